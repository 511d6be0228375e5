import { inject } from "vitest";
import { remember } from "./sessions";

remember(inject("url"), inject("sessions"));
