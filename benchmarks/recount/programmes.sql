-- Sessions of programmes counted once more: one session whoever tells of it, people by the centre's word first.
with told as (
    select *, coalesce(known_on <= getvariable('as_of'), false) as held,
        row(programme, coalesce(module, ''), coalesce(session, ''), period, coalesce(subject, '')) as same,
        coalesce(school_id, '') as teller
    from current_programmes
), numbered as (
    select *, min(teller) filter (where held) over (partition by same) as first_teller,
        count(*) filter (where held and teller = '' and came is not null) over (partition by same) > 0 as by_centre
    from told
), rows_of as (
    select programme, year, held, held and teller = first_teller as counts,
        held and (not by_centre or teller = '') as speaks, came, invited
    from numbered
)
select metric, [programme, year::VARCHAR], k, n from (
    select programme, year, unnest(['programme_sessions', 'programme_people', 'programme_attendance']) as metric,
        unnest([count(*) filter (where counts), coalesce(sum(came) filter (where speaks), 0),
                coalesce(sum(came) filter (where speaks and came <= invited), 0)]) as k,
        unnest([null, null, coalesce(sum(invited) filter (where speaks and came <= invited), 0)]) as n
    from rows_of group by programme, year)
