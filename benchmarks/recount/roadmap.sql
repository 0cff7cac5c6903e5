-- The roadmap counted once more, over all plans: metric, its group, numerator, denominator.
with facts as (
    select plan, number, period, milestone,
        max(month) filter (where done or heard and status in ('in_progress', 'not_done', 'moved', 'dropped')) as fact,
        max(month) filter (where done) as done_month,
        arg_max(done_date, month) filter (where done and done_date is not null) as newest_dated,
        max(month) filter (where done and done_date is not null) as dated_month,
        max(month) filter (where heard and status = 'dropped') as dropped_month,
        max(month) filter (where heard and status = 'not_done') as denied_month,
        arg_max(done_date, month) filter (where heard and status = 'moved' and done_date is not null) as moved_to,
        max(report_day) filter (where heard) as heard_last,
        count(*) filter (where heard and status <> 'unchanged') as spoken,
        count(*) filter (where (done or heard and status = 'unchanged') and document is not null) as documents,
        sum(done_value) filter (where done or heard and status <> 'done') as done_total,
        count(done_value) filter (where done or heard and status <> 'done') as numbers
    from reports group by all
), named as (
    select coalesce(school_id, '') as school_id, unnest(string_split(activities, ';')) as number, of_year
    from current_documents where signed_on <= getvariable('as_of')
), placed as (
    select r.*, exists (
            select * from named as n where n.school_id = coalesce(r.school_id, '') and n.number = r.number
                and n.of_year between left(r.period, 4)::INTEGER
                    and left(r.period, 4)::INTEGER + if(r.period like '%/%', 1, 0)) as registered, f.* exclude (plan, number, period, milestone),
        coalesce(f.moved_to, r.deadline_end) as deadline_day,
        coalesce(r.planned_value > 0, false) or coalesce(r.planned_value2 > 0, false)
            or r.planned_value is null and (r.planned is not null or r.total_value is null) as wanted,
        coalesce(f.done_month = f.fact, false) as was_done,
        coalesce(f.dropped_month = f.fact, false) as was_dropped,
        coalesce(f.denied_month = f.fact, false) as was_denied
    from current_roadmap as r left join facts as f using (plan, number, period, milestone)
), judged as (
    select *, wanted and not was_dropped as planned_in,
        wanted and not was_dropped and coalesce(deadline_day <= getvariable('as_of'), false) as due
    from placed
), counted as (
    select *, due and was_done as done_due,
        due and not was_done and not was_denied
            and not (coalesce(spoken, 0) > 0 and coalesce(heard_last > deadline_day, false)) as silent,
        due and was_done and coalesce(done_month = dated_month, false) as dated,
        due and was_done and done_month = dated_month and newest_dated <= deadline_end as on_time,
        due and planned_value > 0 and coalesce(numbers, 0) > 0
            and coalesce(semantics, 'none') in ('total', 'level', 'rate', 'boolean', 'none') as measured,
        if(operator = '<=', done_total <= planned_value, done_total >= planned_value) as reached
    from judged
)
select 'roadmap_activities' as metric, []::VARCHAR[] as of, count(distinct (plan, number)) as numerator, null as denominator from counted
union all select 'roadmap_done_due', [], count(*) filter (where done_due), count(*) filter (where due) from counted
union all select 'roadmap_done_year', [], count(*) filter (where planned_in and was_done),
    count(*) filter (where planned_in) from counted
union all select 'roadmap_no_report', [], count(*) filter (where silent), count(*) filter (where due) from counted
union all select 'roadmap_on_time', [], count(*) filter (where on_time), count(*) filter (where dated) from counted
union all select 'roadmap_with_document', [], count(*) filter (where done_due and (documents > 0 or registered)),
    count(*) filter (where done_due) from counted
union all select 'roadmap_attainment', [], count(*) filter (where measured and reached),
    count(*) filter (where measured) from counted
