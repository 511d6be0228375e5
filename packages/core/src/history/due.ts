import type { Clock } from "../calendar/clock";
import { after, type Instant } from "../instant";
import type { Duration } from "../parameters/duration";
import type { OrderEvent } from "./event";
import type { FlagName } from "./flags";
import type { DueSpan, Spell } from "./replay-types";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** The due instant that waits for the end of a suspension. */
interface Paused {
  readonly since: Instant;
  readonly due: Instant;
  readonly provisional: boolean;
}

/** Follows the due instant of an order from spell to spell (domain.md, Due instant). */
export class DueTracker {
  readonly spans: Mutable<DueSpan>[] = [];
  private current: Mutable<DueSpan> | null = null;
  private paused: Paused | null = null;
  private spell: Spell | null = null;
  private sla: Duration | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly flag: (event: OrderEvent, flag: FlagName) => void,
  ) {}

  /** The due instant in force, null where none is set. */
  get due(): Instant | null {
    return this.current?.due ?? null;
  }

  beginSpell(spell: Spell, sla: Duration): void {
    this.spell = spell;
    this.sla = sla;
    this.paused = null;
  }

  endSpell(at: Instant): void {
    this.close(at);
    this.paused = null;
    this.spell = null;
  }

  /** `dispatched`, `transferred` or `reopened`: what it states, and, where nothing is set yet, the computed instant. */
  move(event: OrderEvent, computes: boolean): void {
    if (event.dueAt !== null) this.state(event, event.dueAt);
    if (computes && this.current === null && this.paused === null && this.sla) {
      const { at, provisional } = this.clock.deadline(event.at, this.sla);
      this.set(at, event, provisional);
    }
  }

  private state(event: OrderEvent, due: Instant): void {
    if (due < event.at) this.flag(event, "due_before_event");
    else if (this.due !== null && event.at >= this.due) this.flag(event, "due_passed");
    else this.setStated(due, event);
  }

  /** `extension_approved`; `asked` is the instant of the request that it answers, or its own where the leg has none. */
  extend(event: OrderEvent, asked: Instant): void {
    const open = this.paused ?? this.current;
    if (!open || !this.sla) return;
    const next = event.dueAt === null ? this.clock.deadlineFromDue(open.due, this.sla) : null;
    const due = next?.at ?? event.dueAt ?? open.due;
    const provisional = next !== null && (open.provisional || next.provisional);
    if (!this.paused && asked >= open.due) this.flag(event, "due_passed");
    else if (this.paused && next) this.paused = { since: this.paused.since, due, provisional };
    else if (due < event.at) this.flag(event, "due_before_event");
    else if (next) this.set(due, event, provisional);
    else this.setStated(due, event);
  }

  /** A suspension that begins before the due instant stops the clock. */
  pause(at: Instant): void {
    if (!this.current || at >= this.current.due) return;
    this.paused = { since: at, due: this.current.due, provisional: this.current.provisional };
    this.close(at);
  }

  /** The suspension ends by `event`: the clock goes on, later by its length. */
  resume(event: OrderEvent): void {
    if (!this.paused) return;
    const { since, due, provisional } = this.paused;
    this.paused = null;
    this.set(after(due, event.at - since), event, provisional);
  }

  /** A stated instant is final: a suspension under way moves it no more. */
  private setStated(due: Instant, event: OrderEvent): void {
    this.paused = null;
    this.set(due, event, false);
  }

  private set(due: Instant, event: OrderEvent, provisional: boolean): void {
    if (this.current?.due === due || !this.spell) return;
    this.close(event.at);
    this.current = { due, setBy: event, until: null, spell: this.spell, provisional };
    this.spans.push(this.current);
  }

  private close(at: Instant): void {
    if (this.current) this.current.until = at;
    this.current = null;
  }
}
