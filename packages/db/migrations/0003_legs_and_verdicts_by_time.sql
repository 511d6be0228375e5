-- The overview asks for the legs begun and the returns answered in a period, whatever the order and the unit.

create index leg_start on leg (start_at);

create index order_event_verdict on order_event (kind, at) where kind in ('return_rejected', 'return_approved');
