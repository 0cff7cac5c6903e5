-- Helpers of schools counted once more: a row a figure. No helper at all: nothing is known, nothing is counted.
with helpers as (
    select *, coalesce(subject, '') as for_subject, role_id,
        valid_from <= getvariable('as_of') and coalesce(valid_to, getvariable('as_of')) >= getvariable('as_of') as active
    from current_support_roles where valid_from <= getvariable('as_of')
), listed as (
    select distinct school_id from current_statuses where status = 'shnor' and valid_from <= getvariable('as_of')
        and coalesce(valid_to, getvariable('as_of')) >= getvariable('as_of') and exists (from helpers)
), with_role as (
    select unnest(['support_mentor_share', 'support_tutor_share']) as metric, unnest(['mentor', 'tutor']) as wanted
), taught as (
    select s.school_id, s.subject from current_staff s join listed using (school_id)
    where s.people > 0 and s.on_date = (select max(on_date) from current_staff t
                                        where t.school_id = s.school_id and t.on_date <= getvariable('as_of'))
        and s.subject not in ('Все педагоги', 'администрация', 'директор', 'заместитель директора', 'педагог-психолог',
            'социальный педагог', 'учитель-логопед', 'учитель-дефектолог', 'педагог-библиотекарь', 'библиотекарь',
            'воспитатель', 'педагог-организатор', 'педагог дополнительного образования',
            'советник директора по воспитанию', 'старший вожатый', 'тьютор', 'другие предметы', 'прочие', 'иные')
), asking as (
    select school_id, subject from current_deficits where found_on <= getvariable('as_of') and coalesce(subject, '') <> ''
    union select school_id, subject from current_results
    where known_on <= getvariable('as_of') and coalesce(subject, '') <> ''
), asked as (
    from taught where exists (from asking where asking.school_id = taught.school_id and asking.subject = taught.subject)
        or (not exists (from asking where asking.school_id = taught.school_id)
            and subject in ('русский язык', 'математика', 'биология', 'физика', 'химия', 'история', 'обществознание'))
), tutors as (select school_id, for_subject from helpers where active and role_id = 'tutor')
select metric, []::VARCHAR[],
    (select count(*) from listed where school_id in (
        select school_id from helpers where active and role_id = with_role.wanted
            and (role_id <> 'mentor' or coalesce(document, '') <> ''))),
    (select count(*) from listed)
from with_role
union all select unnest(['support_curator_schools', 'support_coordinator_schools']), []::VARCHAR[],
    unnest([(select count(*) from listed where school_id in (
                select school_id from helpers where active and role_id = 'curator')),
            (select count(*) from listed where school_id in (
                select school_id from helpers where active and role_id = 'school_coordinator'))]), null
union all select 'support_subjects_untutored', []::VARCHAR[],
    count(*) filter (where not exists (from tutors where tutors.school_id = asked.school_id
                                       and for_subject in ('', asked.subject))), count(*)
from asked
union all select 'support_helpers', [coalesce(role_id, '')], count(*) filter (where valid_from <= getvariable('as_of')
    and coalesce(valid_to, getvariable('as_of')) >= getvariable('as_of')), null
from current_support_roles group by role_id
