-- Surveys counted once more: metric, the grouping of the passports, numerator, denominator.
with begun as (
    select *, known_on <= getvariable('as_of') as told, answers is not null and base is not null as counted,
        coalesce(positive, '') = 'yes' as yes
    from current_surveys
), asked as (
    select survey, wave, school_id, audience, question, max(base) filter (where told and counted) as base,
        coalesce(sum(answers) filter (where told and counted and yes), 0) as positive,
        coalesce(sum(answers) filter (where told and counted), 0) as every,
        bool_or(yes and not (told and counted)) as gap, bool_or(coalesce(several, '') = 'yes') as several
    from begun group by all
), judged as (
    select distinct survey, question from begun where yes
), sheets as (
    select survey, wave, school_id, audience, max(base) as answered, max(invited) as invited
    from begun where told and counted group by all
), shares as (
    select survey, wave, audience, question, coalesce(sum(positive) filter (where ok), 0) as k,
        coalesce(sum(base) filter (where ok), 0) as n
    from (select *, base is not null and not gap and not several and every <= base
              and exists (from judged as j where j.survey = a.survey and j.question = a.question) as ok
          from asked as a)
    group by all
), reach as (
    select survey, wave, audience, coalesce(sum(answered) filter (where invited is not null), 0) as k,
        coalesce(sum(invited), 0) as n
    from (select distinct survey, wave, audience, school_id from begun) left join sheets
        using (survey, wave, audience, school_id)
    group by all
)
select 'survey_share', [survey, wave, audience, question], k, n from shares
union all
select 'survey_option_share', [survey, wave, audience, question, option],
    sum(answers) filter (where told and counted), coalesce(sum(base) filter (where told and counted), 0)
from begun group by survey, wave, audience, question, option
union all
select 'survey_response', [survey, wave, audience], k, n from reach
