-- Surveys counted once more: metric, its group, numerator, denominator.
with told as (
    select *, day <= getvariable('as_of') and answers is not null and base is not null as counted,
        bool_or(positive = 'yes') over (partition by survey, question) as judged
    from current_surveys
), options as (
    select survey, wave, audience, question, option, coalesce(sum(answers) filter (where counted), 0) as k,
        coalesce(sum(base) filter (where counted), 0) as n
    from told group by all
), questions as (
    -- one row a school: a question of one choice, some answer of it positive, and none of those without counts
    select survey, wave, audience, question, school_id, max(base) filter (where counted) as base,
        coalesce(sum(answers) filter (where counted and positive = 'yes' and coalesce(several, '') <> 'yes'), 0) as yes,
        bool_or(judged) and not bool_or(coalesce(positive = 'yes', false) and not counted)
            and coalesce(bool_or(counted and coalesce(several, '') <> 'yes'), false)
            and coalesce(sum(answers) filter (where counted) <= max(base) filter (where counted), false) as shared
    from told group by all
), shares as (
    select survey, wave, audience, question, coalesce(sum(yes) filter (where shared), 0) as k,
        coalesce(sum(base) filter (where shared), 0) as n
    from questions group by all
), sheets as (
    select survey, wave, audience, school_id, max(base) filter (where counted) as answered, max(invited) as invited
    from told group by all
), reached as (
    select survey, wave, audience, coalesce(sum(answered) filter (where invited is not null), 0) as k,
        coalesce(sum(invited) filter (where answered is not null), 0) as n
    from sheets group by all
)
select 'survey_option_share' as metric, [survey, wave, audience, question, option], k, n from options
union all select 'survey_share', [survey, wave, audience, question], k, n from shares
union all select 'survey_response', [survey, wave, audience], k, n from reached
