// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/sentences.h"
#include "client/core/session_private.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

//! Computers sleep and clocks are set: what has to happen at a moment is looked at again at least so often.
constexpr Duration lookEvery = 30s;

} // namespace

void Session::setLanguage(const QString &language)
{
    d->language = language;
    d->wantWords();
    d->wordsHere();
}

//! Asks for the lines of every script that is named somewhere, once for each language; of a script that is not there in the
//! language of the interface for those of the event.
void Session::Private::wantWords()
{
    if (!state.account)
        return;
    QHash<ScriptId, QStringList> scripts;
    for (const EventInfo &event : std::as_const(state.events))
        scripts[event.script] += event.languages;
    if (state.blindDate.date)
        scripts[state.blindDate.date->script];
    for (const DateRoom &room : std::as_const(state.dateRooms))
        scripts[room.script];
    for (auto it = scripts.cbegin(); it != scripts.cend(); ++it) {
        QStringList languages{spoken()};
        if (state.words.has(it.key(), spoken()) && !state.words.hasAny(it.key()))
            languages = it.value() + QStringList{u"ko"_s, u"en"_s};
        const auto unknown = std::ranges::find_if(languages, [&](const QString &one) { return !state.words.has(it.key(), one); });
        if (unknown != languages.cend())
            fetchWords(it.key(), *unknown);
    }
}

void Session::Private::fetchWords(ScriptId script, const QString &wanted)
{
    const std::pair what(script, wanted);
    if (wordsOnTheWay.contains(what))
        return;
    wordsOnTheWay.insert(what);
    requests.add(cmd::ScriptTexts{script, wanted}, {}, [this, what](const Result<cmd::Texts> &reply) {
        wordsOnTheWay.remove(what);
        // Anything else than the plain answer that there is none leaves the question open for the next connection.
        if (!state.account || (!reply && reply.error().code != ErrorCode::ScriptNotFound))
            return;
        Words words;
        if (reply)
            for (const cmd::ScriptText &text : reply->texts)
                words.insert(text.key, text.text);
        state.words.put(what.first, what.second, words);
        cache.putWords(what.first, what.second, words);
        wantWords();
        wordsHere();
    });
}

//! Everything that shows a host's line shows it anew.
void Session::Private::wordsHere()
{
    const QList<RoomId> dates = state.dateRooms.keys();
    for (const RoomId room : dates) {
        showRoom(room);
        if (MessageListModel *model = open.value(room))
            model->wordsChanged();
        if (state.room(room))
            Q_EMIT q.roomChanged(room);
    }
    if (state.blindDate.date)
        Q_EMIT q.blindDateChanged();
}

QString Session::Private::hostText(RoomId room, const Message &line) const
{
    const DateRoom *kept = dateRoom(room);
    const RoomEntry *entry = state.room(room);
    const auto words = state.words.line(kept ? kept->script : ScriptId(), hostKey(line), spoken());
    return hostSentence(line, words, entry ? entry->room.members : QList<Member>());
}

QString Session::hostText(RoomId room, const Message &line) const
{
    return d->hostText(room, line);
}

QString Session::topicText() const
{
    const auto &date = d->state.blindDate.date;
    if (!date || !date->topic)
        return {};
    return d->state.words.line(date->script, *date->topic, d->spoken()).value_or(u"…"_s);
}

void Session::setReminder(const Occasion &occasion, bool on)
{
    if (on == hasReminder(occasion.id))
        return;
    if (!on) {
        d->forgetReminder(occasion.id);
    } else {
        const Reminder wish = reminderFor(occasion, serverNow());
        d->reminders.insert(occasion.id, wish);
        d->cache.putReminder(occasion.id, wish);
        if (const auto *table = std::get_if<TableId>(&occasion.id))
            d->tablesToCome.insert(*table, occasion);
    }
    d->armClock();
    Q_EMIT remindersChanged();
}

bool Session::hasReminder(const OccasionId &id) const
{
    return d->reminders.contains(id);
}

void Session::Private::forgetReminder(const OccasionId &id)
{
    reminders.remove(id);
    cache.removeReminder(id);
    if (const auto *table = std::get_if<TableId>(&id))
        tablesToCome.remove(*table);
}

QList<Occasion> Session::Private::occasions() const
{
    QList<Occasion> out = tablesToCome.values();
    for (const EventInfo &event : state.events)
        out.append(occasionOf(event));
    return out;
}

void Session::Private::tableIs(const Table &table)
{
    if (!reminders.contains(table.table))
        return;
    tablesToCome.insert(table.table, occasionOf(table));
    armClock();
}

void Session::Private::lookAtTables()
{
    const QList<OccasionId> wanted = reminders.keys();
    for (const OccasionId &id : wanted)
        if (const auto *table = std::get_if<TableId>(&id))
            tables.look(*table, [this, id](const Result<Table> &now) {
                if (now)
                    tableIs(*now);
                else if (now.error().code == ErrorCode::TableNotFound)
                    forgetReminder(id);
            });
}

void Session::Private::expire()
{
    const Time now = q.serverNow();
    handle(expireRooms(state, now));
    const auto dropped = cache.dropExpired(now);
    for (auto it = dropped.cbegin(); it != dropped.cend(); ++it) {
        for (const qint64 seq : it.value())
            shelf.drop(it.key(), seq);
        if (MessageListModel *model = open.value(it.key()))
            model->drop(it.value());
        if (const auto newest = cache.newest(it.key()))
            handle(applyNewest(state, it.key(), *newest));
        Q_EMIT q.messagesExpired(it.key());
    }
}

void Session::Private::remind()
{
    for (const DueReminder &due : dueReminders(occasions(), reminders, q.serverNow())) {
        // On the disk before it is said: rather not at all than twice.
        const Reminder said = saidAfter(due);
        reminders.insert(due.occasion.id, said);
        cache.putReminder(due.occasion.id, said);
        Q_EMIT q.reminded(due.occasion, due.minutes);
    }
    const Time longPast = q.serverNow() - limits::eventLongest;
    const QList<OccasionId> wanted = reminders.keys();
    for (const OccasionId &id : wanted)
        if (reminders.value(id).from < longPast)
            forgetReminder(id);
}

void Session::Private::armClock()
{
    Time next = Time::max();
    for (const auto &one : {nextExpiry(state), cache.nextExpiry(), nextReminder(occasions(), reminders, q.serverNow())})
        next = std::min(next, one.value_or(next));
    if (next == Time::max())
        return clockTimer.stop();
    clockTimer.start(std::clamp<Duration>(next - q.serverNow(), 1ms, lookEvery));
}

void Session::Private::clockRang()
{
    expire();
    remind();
    armClock();
}

} // namespace jjak::client
