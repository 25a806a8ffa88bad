// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/dates/date_mind.h"

#include <algorithm>

#include "client/core/date_sentences.h"
#include "client/people/dates/topic_lines.h"
#include "common/rules/limits.h"

namespace jjak::people {

using protocol::Date;
using protocol::DatePhase;
using protocol::Seat;
using protocol::SeatState;

namespace {

constexpr int answersInAPhase = 3; // with one's own sentences far below what the server calls a flood
constexpr size_t remembered = 24;
constexpr Duration shortest = 1s; // a phase without an end has at least so much left

bool canBeChosen(const Date &date, const Seat &seat)
{
    return seat.number != date.me && seat.state != SeatState::Left && !date.hidden.contains(seat.number);
}

bool isDemo(const Date &date, int number)
{
    const auto it = std::ranges::find(date.seats, number, &Seat::number);
    return it != date.seats.end() && it->demo;
}

std::vector<int> demoSeats(const Date &date)
{
    std::vector<int> numbers;
    for (const Seat &seat : date.seats)
        if (seat.demo && seat.state != SeatState::Left)
            numbers.push_back(seat.number);
    return numbers;
}

template <class T>
T oneOf(const std::vector<T> &all, Rng &rng)
{
    return all[rng.below(all.size())];
}

bool isSamePhase(const std::optional<Date> &known, const Date &date)
{
    return known && known->date == date.date && known->phase == date.phase && known->round == date.round;
}

} // namespace

int answererOf(const Date &date, qint64 seq)
{
    const std::vector<int> demos = demoSeats(date);
    return demos.empty() ? 0 : demos[size_t(seq) % demos.size()];
}

int arrowTarget(const Date &date, Rng &rng)
{
    std::vector<int> humans, others{0};
    for (const Seat &seat : date.seats)
        if (canBeChosen(date, seat))
            (seat.demo ? others : humans).push_back(seat.number);
    std::vector<int> demos = demoSeats(date);
    const auto me = std::ranges::find(demos, date.me);
    if (humans.empty() || me == demos.end())
        return oneOf(others, rng);
    // Everybody finds the same order, another one in each date, without a word between them.
    std::ranges::rotate(demos, demos.begin() + date.date.data()[0] % qsizetype(demos.size()));
    const auto place = size_t(std::ranges::find(demos, date.me) - demos.begin());
    return place < (demos.size() + 1) / 2 ? humans[place % humans.size()] : oneOf(others, rng);
}

DateMind::DateMind(Speech speech, bool talksFirst, Rng &rng) : m_speech(speech), m_talksFirst(talksFirst), m_rng(rng) {}

std::optional<Time> DateMind::next() const
{
    const auto it = std::ranges::min_element(m_plans, {}, &Plan::at);
    return it == m_plans.end() ? std::nullopt : std::optional(it->at);
}

//! At some moment between two shares of the time the phase has left.
void DateMind::plan(const Date &date, Time now, int fromPercent, int toPercent, DateAct act)
{
    const Duration left = std::max(date.until.value_or(now) - now, shortest / 1000);
    const auto share = fromPercent * 10 + qint64(m_rng.below(std::uint64_t(toPercent - fromPercent) * 10 + 1));
    m_plans.push_back({now + left * share / 1000, std::move(act)});
}

//! One that nobody has said yet; empty when there is none.
QString DateMind::fresh(const QStringList &lines)
{
    QStringList left;
    for (const QString &line : lines)
        if (std::ranges::find(m_said, line) == m_said.end())
            left += line;
    return left.isEmpty() ? QString() : left[qsizetype(m_rng.below(std::uint64_t(left.size())))];
}

//! Nothing rather than what somebody has just said.
QString DateMind::words(const Date &date)
{
    if (date.phase == DatePhase::Farewell)
        return fresh(goodbyes(m_speech));
    const QString fitting = fresh(topicLines(date.topic.value_or(QString()), m_speech));
    return fitting.isEmpty() ? fresh(topicLines({}, m_speech)) : fitting;
}

void DateMind::remember(const QString &line)
{
    m_said.push_back(line);
    if (m_said.size() > remembered)
        m_said.pop_front();
}

bool DateMind::isTalkative(Time now)
{
    std::erase_if(m_spoke, [&](Time at) { return now - at >= limits::floodTime; });
    return int(m_spoke.size()) >= limits::floodMessages - 1;
}

void DateMind::planPhase(const Date &date, Time now)
{
    m_plans.clear();
    m_answers = 0;
    const DateAct say; // the words are chosen when the moment has come
    switch (date.phase) {
    case DatePhase::Impression: {
        std::vector<int> seats;
        for (const Seat &seat : date.seats)
            if (canBeChosen(date, seat))
                seats.push_back(seat.number);
        if (!seats.empty())
            plan(date, now, 10, 80, {DateAct::Kind::Pick, {}, oneOf(seats, m_rng)});
        break;
    }
    case DatePhase::Talk:
        plan(date, now, m_talksFirst ? 4 : 12, m_talksFirst ? 20 : 50, say);
        if (m_talksFirst || m_rng.below(2) == 0)
            plan(date, now, 55, 85, say);
        break;
    case DatePhase::Arrow:
        plan(date, now, 15, 70, {DateAct::Kind::Shoot, {}, arrowTarget(date, m_rng)});
        break;
    case DatePhase::Farewell:
        plan(date, now, 10, 60, say);
        break;
    case DatePhase::Welcome:
    case DatePhase::Topic:
    case DatePhase::Reveal:
    case DatePhase::Closed:
        break;
    }
    // Only with a human: a room of two demo people would be of use to nobody.
    if (date.reveal && date.reveal->seat > 0 && date.reveal->mine == protocol::Answer::Open && !isDemo(date, date.reveal->seat))
        plan(date, now, 15, 60, {DateAct::Kind::Open, {}, date.reveal->seat});
}

std::vector<DateAct> DateMind::update(const Date &date, Time now)
{
    if (!m_known || m_known->date != date.date)
        m_talk.emplace(client::seatName(date.seats, date.me), false, m_rng);
    if (!isSamePhase(m_known, date))
        planPhase(date, now);
    m_known = date;
    std::vector<DateAct> acts;
    std::erase_if(m_plans, [&](const Plan &plan) {
        if (plan.at > now)
            return false;
        acts.push_back(plan.act);
        return true;
    });
    for (DateAct &act : acts) {
        if (act.kind != DateAct::Kind::Say)
            continue;
        if (isTalkative(now)) {
            act.text.clear();
            continue;
        }
        if (act.text.isEmpty())
            act.text = words(date);
        remember(act.text);
        m_spoke.push_back(now);
    }
    std::erase_if(acts, [](const DateAct &act) { return act.kind == DateAct::Kind::Say && act.text.isEmpty(); });
    return acts;
}

void DateMind::heard(const Date &date, const protocol::Message &message, Time now)
{
    const bool open = date.phase == DatePhase::Talk || date.phase == DatePhase::Farewell;
    if (message.kind != protocol::MessageKind::Text)
        return;
    remember(message.text);
    if (isDemo(date, message.author) || !open || !m_talk)
        return;
    m_speech = speechOf(message.text);
    if (answererOf(date, message.seq) != date.me || m_answers >= answersInAPhase)
        return;
    ++m_answers;
    const Duration left = date.until.value_or(now) - now;
    const Duration pause = std::min<Duration>(left / 4, Duration(2000 + qint64(m_rng.below(3000))));
    m_plans.push_back({now + pause, {DateAct::Kind::Say, m_talk->reply(message.text)}});
}

} // namespace jjak::people
