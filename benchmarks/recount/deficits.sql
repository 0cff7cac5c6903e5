-- Professional deficits counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, found_on <= getvariable('as_of') as found, coalesce(measure, '') <> '' as helped,
        coalesce(closed_on <= getvariable('as_of'), false) as closed,
        coalesce(closed_on <= getvariable('as_of'), false) or coalesce(rechecked_on <= getvariable('as_of'), false) as checked
    from current_deficits
), by_year as (
    select year::VARCHAR as year, count(*) filter (where found) as found,
        count(*) filter (where found and helped) as helped, count(*) filter (where found and checked) as checked,
        count(*) filter (where found and closed) as closed,
        coalesce(sum(people) filter (where found), 0) as people,
        coalesce(sum(people) filter (where found and helped), 0) as people_helped,
        coalesce(sum(people) filter (where found and checked and people_closed is not null), 0) as people_checked,
        coalesce(sum(people_closed) filter (where found and checked and people is not null), 0) as people_closed
    from rows group by year
)
select 'deficits_found' as metric, [year], found, null from by_year
union all select 'deficits_helped', [year], helped, found from by_year
union all select 'deficits_closed', [year], closed, found from by_year
union all select 'deficits_closed_checked', [year], closed, checked from by_year
union all select 'deficits_people', [year], people, null from by_year
union all select 'deficits_people_helped', [year], people_helped, people from by_year
union all select 'deficits_people_closed', [year], people_closed, people_checked from by_year
union all select 'courses_by_deficit', [year(day)::VARCHAR],
    coalesce(sum(coalesce(people, 0) - coalesce(repeated, 0)) filter (where counts), 0)
        + count(distinct person) filter (where counts and person <> ''), null
    from (select *, state = 'done' and known_on <= getvariable('as_of') and coalesce(by_deficit, '') = 'yes' as counts
        from current_courses) group by year(day)
