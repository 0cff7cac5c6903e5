-- Courses and staff counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, year(day) as year, coalesce(people, 0) - coalesce(repeated, 0) as once,
        state = 'done' and known_on <= getvariable('as_of') as done, state = 'planned' as planned
    from current_courses
), plans as (
    select distinct year, school_id from rows where planned
), planned_for as (
    select *, exists (from plans as p where p.year = r.year and p.school_id in (r.school_id, '')) as with_plan
    from rows as r
), by_year as (
    select r.year,
        coalesce(sum(once) filter (where done), 0)
            + count(distinct person) filter (where done and person <> '') as people,
        coalesce(sum(certificates) filter (where done), 0) as certificates,
        coalesce(sum(coalesce(hours, 0) * coalesce(certificates, people, 0)) filter (where done), 0) as hours,
        coalesce(sum(once) filter (where planned), 0) as planned,
        coalesce(sum(once) filter (where done and with_plan), 0) as of_plan
    from planned_for as r group by r.year
), recent as (
    select *, year = year(getvariable('as_of')::DATE) as this_year from rows
    where done and school_id <> '' and known_on > getvariable('as_of')::DATE - interval 3 year
), by_school as (
    select school_id, staff,
        least(staff, sum(once) + count(distinct person) filter (where person <> '')) as learned,
        least(staff, sum(once) filter (where this_year)
            + count(distinct person) filter (where person <> '' and this_year)) as this_year,
        bool_or(this_year) as any_this_year
    from recent join school_staff using (school_id) where staff > 0 group by school_id, staff
)
select 'course_people' as metric, [year::VARCHAR], people, null from by_year
union all select 'course_certificates', [year::VARCHAR], certificates, null from by_year
union all select 'course_hours', [year::VARCHAR], hours, null from by_year
union all select 'course_plan_share', [year::VARCHAR], of_plan, planned from by_year
union all select 'course_year_share', [], coalesce(sum(this_year) filter (where any_this_year), 0),
    coalesce(sum(staff) filter (where any_this_year), 0) from by_school
union all select 'course_staff_share', [], coalesce(sum(learned), 0), coalesce(sum(staff), 0) from by_school
union all select 'staff_people', [], coalesce(sum(staff), 0), null from school_staff
