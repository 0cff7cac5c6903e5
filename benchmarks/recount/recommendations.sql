-- Recommendations and tasks counted once more: metric, its group, numerator, denominator.
with rows as (
    select *, state <> 'dropped' and coalesce(given_on, make_date(year, 1, 1)) <= getvariable('as_of') as given,
        state = 'done' and coalesce(done_on <= getvariable('as_of'), true) as done
    from current_recommendations
), by_addressee as (
    select year, addressee_id, count(*) filter (where given) as given, count(*) filter (where given and done) as done,
        count(*) filter (where given and not done and due < getvariable('as_of')) as late,
        count(*) filter (where given and carried_from < year) as carried
    from rows group by year, addressee_id
)
select 'recommendations_done' as metric, [year::VARCHAR, addressee_id], done, given from by_addressee
union all select 'recommendations_late', [year::VARCHAR, addressee_id], late, null from by_addressee
union all select 'recommendations_carried', [year::VARCHAR, addressee_id], carried, null from by_addressee
