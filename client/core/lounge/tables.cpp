// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/tables.h"

#include "client/core/lounge/lounge_checks.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

std::optional<Error> wrongTopic(const QString &topic)
{
    return wrongText(topic, Rule::line(1, limits::tableTopicCodePoints), u"args.topic"_s);
}

std::optional<Error> wrongOffer(const cmd::OfferTable &offer)
{
    if (const auto wrong = wrongTopic(offer.topic))
        return wrong;
    if (const auto wrong = wrongText(offer.language, Rule::line(2, 16), u"args.language"_s))
        return wrong;
    if (const auto wrong = wrongText(offer.zone, Rule::line(1, 64), u"args.zone"_s))
        return wrong;
    const bool isTable = offer.seats >= limits::tableSeatsMin && offer.seats <= limits::tableSeats;
    return isTable ? std::nullopt : std::optional(Error::badField(u"args.seats"_s, u"range"_s));
}

} // namespace

Tables::Tables(Link &link, Requests &requests, Rng &rng, QObject *parent) : QObject(parent), m_link(link), m_requests(requests), m_rng(rng) {}

template <class C, class T>
void Tables::answer(const Answer<T> &done, const Result<T> &result)
{
    if (done)
        done(result);
    else if (!result)
        Q_EMIT failed(result.error(), QString::fromLatin1(C::spec.name.data(), qsizetype(C::spec.name.size())));
}

template <class C, class T>
bool Tables::refused(const std::optional<Error> &error, const Answer<T> &done)
{
    if (error)
        QMetaObject::invokeMethod(this, [this, done, error = *error] { answer<C, T>(done, error); }, Qt::QueuedConnection);
    return error.has_value();
}

template <class C, class T, class F>
void Tables::ask(const C &command, const Answer<T> &done, F pick)
{
    m_link.send(command, [this, done, pick, round = m_round](const Result<typename C::Reply> &reply) {
        if (round != m_round)
            return answer<C, T>(done, ErrorCode::AuthRequired);
        answer<C, T>(done, reply ? Result<T>(pick(*reply)) : Result<T>(reply.error()));
    });
}

template <class C, class T, class F>
void Tables::tell(const C &command, const Answer<T> &done, F pick)
{
    m_requests.add(command, {}, [this, done, pick, round = m_round](const Result<typename C::Reply> &reply) {
        if (round != m_round)
            return answer<C, T>(done, ErrorCode::AuthRequired);
        answer<C, T>(done, reply ? Result<T>(pick(*reply)) : Result<T>(reply.error()));
    });
}

template <class C>
void Tables::change(const C &command, const Answer<Table> &done)
{
    tell(command, done, [this](const cmd::TableReply &reply) {
        take(reply.table);
        return reply.table;
    });
}

//! The event and the answer of one's own command tell the same, in either order.
void Tables::take(const Table &table)
{
    const Known known = m_known.value(table.table);
    if (table.version < known.version || (table.version == known.version && table.thanked == known.thanked))
        return;
    if (table.mine == Standing::None)
        m_known.remove(table.table);
    else
        m_known.insert(table.table, {table.version, table.thanked});
    Q_EMIT tableChanged(table);
}

void Tables::offer(const cmd::OfferTable &wanted, Answer<Table> done)
{
    cmd::OfferTable command = wanted;
    command.cid = ClientId::random(m_rng);
    command.topic = wanted.topic.trimmed();
    if (!refused<cmd::OfferTable>(wrongOffer(command), done))
        change(command, done);
}

void Tables::join(TableId table, bool line, bool sure, Answer<Table> done)
{
    change(cmd::JoinTable{table, line, sure}, done);
}

void Tables::leave(TableId table, Answer<Done> done)
{
    tell(cmd::LeaveTable{table}, done, [](const cmd::Empty &) { return Done(); });
}

void Tables::admit(TableId table, PersonaId persona, bool yes, Answer<Table> done)
{
    change(cmd::AdmitToTable{table, persona, yes}, done);
}

void Tables::rename(TableId table, const QString &topic, Answer<Table> done)
{
    const QString trimmed = topic.trimmed();
    if (!refused<cmd::RenameTable>(wrongTopic(trimmed), done))
        change(cmd::RenameTable{table, trimmed}, done);
}

void Tables::remove(TableId table, PersonaId persona, Answer<Table> done)
{
    change(cmd::RemoveFromTable{table, persona}, done);
}

void Tables::close(TableId table, Answer<Done> done)
{
    tell(cmd::CloseTable{table}, done, [](const cmd::Empty &) { return Done(); });
}

void Tables::keep(TableId table, bool on, Answer<Table> done)
{
    change(cmd::KeepTable{table, on}, done);
}

void Tables::thank(TableId table, bool on, Answer<Table> done)
{
    change(cmd::ThankHost{table, on}, done);
}

void Tables::look(TableId table, Answer<Table> done)
{
    ask(cmd::LookAtTable{table}, done, [](const cmd::TableReply &reply) { return reply.table; });
}

void Tables::list(const cmd::ListTables &wanted, Answer<cmd::TableList> done)
{
    cmd::ListTables command = wanted;
    if (command.text)
        command.text = command.text->trimmed();
    if (!refused<cmd::ListTables>(command.text ? wrongText(*command.text, Rule::line(1, limits::searchCodePoints), u"args.text"_s) : std::nullopt, done))
        ask(command, done, [](const cmd::TableList &page) { return page; });
}

void Tables::forget()
{
    ++m_round;
    m_known.clear();
    Q_EMIT forgotten();
}

} // namespace jjak::client
