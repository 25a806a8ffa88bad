// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/sentences.h"
#include "client/terminal/app/date_words.h"
#include "client/terminal/plain/plain_words.h"
#include "client/terminal/words.h"

//! The blind date line by line, for screen readers and pipes.
namespace jjak::terminal {

using namespace Qt::StringLiterals;
using Kind = DateNews::Kind;
using protocol::Date;
using protocol::DatePhase;

namespace {

QString waiting(const DateNews &news, Time now)
{
    const QString count = translate("term", "Waiting for the blind date: %1 of %2 are here.").arg(news.seated).arg(news.seats);
    return news.starts ? count + u' ' + translate("term", "It starts in %1 at the latest.").arg(client::durationText(std::chrono::seconds(secondsUntil(*news.starts, now)))) : count;
}

QStringList began(const Date &date)
{
    QStringList names;
    for (const protocol::Seat &seat : date.seats)
        names += seatName(date, seat.number) + (seat.number == date.me ? u" ("_s + translate("term", "you") + u')' : QString());
    return {translate("term", "The blind date begins. Seats: %1.").arg(names.join(u", "_s))};
}

QStringList phase(const Date &date, Time now)
{
    const int seconds = secondsUntil(date.until.value_or(now), now);
    switch (date.phase) {
    case DatePhase::Impression:
        return {translate("term", "Who makes the best first impression? /pick N within %1 s. Only you will know.").arg(seconds)};
    case DatePhase::Arrow:
        return {translate("term", "Your arrow: /arrow N or /arrow nobody within %1 s. %2").arg(QString::number(seconds), arrowSentence(date, date.arrow))};
    case DatePhase::Talk:
        return {translate("term", "%1: you can write for %2.").arg(client::phaseName(date), client::durationText(std::chrono::seconds(seconds)))};
    case DatePhase::Topic:
    case DatePhase::Welcome:
    case DatePhase::Reveal:
    case DatePhase::Farewell:
    case DatePhase::Closed:
        return {};
    }
    return {};
}

QString seat(const DateNews &news, const Date &date)
{
    const QString name = seatName(date, news.seat);
    switch (news.state) {
    case protocol::SeatState::Here:
        return translate("term", "%1 is back.").arg(name);
    case protocol::SeatState::Away:
        return translate("term", "%1 is away.").arg(name);
    case protocol::SeatState::Left:
        return translate("term", "%1 has left.").arg(name);
    }
    return {};
}

} // namespace

QStringList spokenNews(const DateNews &news, const protocol::BlindDate &blindDate, Time serverNow)
{
    const Date date = blindDate.date.value_or(Date());
    switch (news.kind) {
    case Kind::Waiting:
        return {waiting(news, serverNow)};
    case Kind::Left:
        return {translate("term", "You do not wait for the blind date any more.")};
    case Kind::LetGo:
        return {client::sentence(news.end)};
    case Kind::Began:
        return began(date);
    case Kind::Phase:
        return phase(date, serverNow);
    case Kind::Thawed:
        return date.phase == DatePhase::Talk ? QStringList() : QStringList{translate("term", "You can write now.")};
    case Kind::Seat:
        return {seat(news, date)};
    case Kind::Met:
        return {translate("term", "Your arrows met: %1!").arg(seatName(date, news.seat)), translate("term", "/open says that you want a room for the two of you; it opens when both have.")};
    case Kind::NotMet:
        return {translate("term", "No arrow met yours this time."), translate("term", "Nobody learns where it pointed. Thank you for being here!")};
    case Kind::Closed:
        return {translate("term", "The blind date is over. What was said can be read for a day.")};
    }
    return {};
}

} // namespace jjak::terminal
