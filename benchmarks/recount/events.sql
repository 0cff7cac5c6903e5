-- Events counted once more: metric, its group, numerator, denominator. A school's own events are no help.
with told as (
    select *, coalesce(number, 1) as times, state = 'held' and known_on <= getvariable('as_of')
        and (organiser in ('center', 'mentor', 'tutor', 'curator', 'other') or organiser is null and school_id = '') as held
    from current_events
), numbered as (
    -- the centre's log sorts before every school: its rows all count, of schools only the first one's
    select *, min(school_id) filter (where held and coalesce(same, '') <> '')
        over (partition by coalesce(same, '')) as first_told
    from told
), once as (
    select *, held and (coalesce(same, '') = '' or school_id = '' or school_id = first_told) as counts from numbered
), plans as (
    select event_kind, year, coalesce(sum(times) filter (where period = year::VARCHAR), sum(times)) as planned
    from told where state = 'planned' group by all
), held as (
    select event_kind, year, coalesce(sum(times) filter (where counts), 0) as held,
        coalesce(sum(participants) filter (where counts), 0) as people
    from once group by all
)
select 'events_count' as metric, [event_kind, year::VARCHAR], held, null from held
union all select 'events_participants', [event_kind, year::VARCHAR], people, null from held
union all select 'events_plan_share', [event_kind, year::VARCHAR], if(planned is null, 0, held), coalesce(planned, 0)
from held left join plans using (event_kind, year)
