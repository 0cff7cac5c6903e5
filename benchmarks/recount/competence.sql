-- Tests of competence counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, held_on <= getvariable('as_of') as held, coalesce(role, '') as who from current_competence
), by_level as (
    from rows unpivot include nulls (reached for level in (high, middle, low, passed))
)
select 'competence_people' as metric, [year::VARCHAR, who], coalesce(sum(took_part) filter (where held), 0), null
    from rows group by year, who
union all select 'competence_' || level, [year::VARCHAR, who], coalesce(sum(reached) filter (where held), 0),
    coalesce(sum(took_part) filter (where held and reached is not null), 0)
    from by_level group by level, year, who
