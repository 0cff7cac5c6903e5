-- Papers counted once more: metric, its group, numerator, denominator.
with papers as (select * from current_documents where signed_on <= getvariable('as_of')),
judged as (
    select *, cited_number is not null or cited_on is not null as cited,
        coalesce(number <> '' and cited_number <> number, false) or coalesce(cited_on <> signed_on, false) as otherwise
    from papers
), facts as (
    select plan, number, period, milestone,
        max(month) filter (where done or heard and status in ('in_progress', 'not_done', 'moved', 'dropped')) as fact,
        max(month) filter (where done) as done_month,
        max(month) filter (where heard and status = 'dropped') as dropped_month,
        arg_max(done_date, month) filter (where heard and status = 'moved' and done_date is not null) as moved_to,
        count(*) filter (where (done or heard and status = 'unchanged') and document is not null) as documents
    from reports group by all
), done as (
    select r.school_id, r.number, r.period, coalesce(f.documents, 0) > 0 as proved
    from current_roadmap as r join facts as f using (plan, number, period, milestone)
    where f.done_month = f.fact and not coalesce(f.dropped_month = f.fact, false)
        and coalesce(f.moved_to, r.deadline_end) <= getvariable('as_of')
        and (coalesce(r.planned_value > 0, false) or coalesce(r.planned_value2 > 0, false)
             or r.planned_value is null and (r.planned is not null or r.total_value is null))
), named as (
    select coalesce(school_id, '') as school_id, unnest(string_split(activities, ';')) as number, of_year from papers
), listed as (
    select distinct school_id from current_statuses where status = 'shnor' and valid_from <= getvariable('as_of')
        and coalesce(valid_to >= getvariable('as_of'), true)
)
select 'papers_count' as metric, []::VARCHAR[], count(*), null from papers
union all select 'papers_mismatched', [], count(*) filter (where cited and otherwise), count(*) filter (where cited)
from judged
union all select 'papers_missing', [], count(*) filter (where not proved and not exists (
    select * from named as n where n.school_id = coalesce(d.school_id, '') and n.number = d.number
        and n.of_year between left(d.period, 4)::INTEGER
            and left(d.period, 4)::INTEGER + if(d.period like '%/%', 1, 0))), count(*)
from done as d
union all select 'school_programmes', [], count(*) filter (where exists (
    select * from papers as p where p.school_id = l.school_id and about = 'programme'
        and coalesce(valid_to >= getvariable('as_of'), true))), count(*)
from listed as l
