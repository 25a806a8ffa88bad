// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/check/newcomer.h"

#include <QLocale>
#include <cstdio>

#include "client/core/sentences.h"
#include "client/terminal/check/newcomer_words.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/text/width.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::ConnectionState;
using client::Session;

namespace {

constexpr int exchanges = 2;
constexpr int phaseColumns = 18;

void print(const QString &line)
{
    const QByteArray bytes = clean(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

client::SessionConfig config()
{
    client::SessionConfig config;
    config.program = u"jjak-check"_s;
    config.cacheFolder = u":memory:"_s;
    config.watchNetwork = false;
    return config;
}

} // namespace

Newcomer::Newcomer(Rng &rng, bool withDate, QObject *parent) : QObject(parent), m_rng(rng), m_session(config(), m_store, rng), m_withDate(withDate)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Newcomer::timedOut);
    listen();
}

void Newcomer::listen()
{
    connect(&m_session, &Session::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Connected && m_name.isEmpty()) {
            done(translate("term", "connected"));
            signUp();
        }
    });
    connect(&m_session, &Session::nearbyChanged, this, &Newcomer::nearbyChanged);
    connect(&m_session, &Session::roomOpened, this, &Newcomer::roomOpened);
    connect(&m_session, &Session::messageArrived, this, &Newcomer::heard);
    connect(&m_session, &Session::roomChanged, this, &Newcomer::checkRead);
    connect(&m_session, &Session::roomChanged, this, &Newcomer::checkPicture);
    connect(&m_session, &Session::outboxChanged, this, &Newcomer::checkPicture);
    connect(&m_session, &Session::blindDateChanged, this, &Newcomer::dateChanged);
    connect(&m_session, &Session::failed, this, [this](const Error &error, const QString &what) { fail(what + u": "_s + client::sentence(error)); });
    connect(&m_session, &Session::signedOut, this, [this](client::SignOutReason reason) {
        if (m_ended)
            return;
        if (reason != client::SignOutReason::Asked || !m_leaving)
            return fail(client::sentence(reason));
        done(translate("term", "signed out"));
        m_ended = true;
        m_deadline.stop();
        print(translate("term", "All of it happened, in %1 s.").arg(double(m_total.elapsed()) / 1000, 0, 'f', 1));
        Q_EMIT finished(0);
    });
}

void Newcomer::begin(const QUrl &server)
{
    m_total.start();
    step(translate("term", "connect"), 8s);
    print(translate("term", "A newcomer visits %1").arg(server.toString()));
    m_session.connectTo(server);
}

void Newcomer::step(const QString &doing, Duration patience)
{
    m_step = doing;
    m_sinceStep.start();
    m_deadline.start(patience);
}

void Newcomer::done(const QString &what)
{
    print(u"%1 s  (%2 ms)  %3"_s.arg(double(m_total.elapsed()) / 1000, 6, 'f', 2).arg(m_sinceStep.elapsed(), 5).arg(what));
    m_sinceStep.restart();
}

void Newcomer::fail(const QString &why)
{
    if (m_ended)
        return;
    m_ended = true;
    m_deadline.stop();
    print(translate("term", "FAILED at “%1” after %2 s: %3").arg(m_step, QString::number(double(m_total.elapsed()) / 1000, 'f', 1), why));
    Q_EMIT finished(1);
}

void Newcomer::timedOut()
{
    const auto problem = m_session.problem();
    const bool offline = m_session.connectionState() == ConnectionState::Waiting || m_session.connectionState() == ConnectionState::Connecting;
    fail(offline && problem != client::LinkProblem::None ? client::sentence(problem) : translate("term", "It took too long."));
}

void Newcomer::signUp()
{
    m_name = translate("term", "Guest %1").arg(m_rng.below(1'000'000'000));
    const QString password = QString::fromLatin1(ClientId::random(m_rng).toText());
    step(translate("term", "sign up"), 40s);
    m_session.signUp(m_name, password, Day(std::chrono::year(2000) / 2 / 29), u"jjak-term --check"_s, false, [this](const Result<> &result) {
        if (!result)
            return fail(client::sentence(result.error()));
        done(translate("term", "made an account as “%1”").arg(m_name));
        seek();
    });
}

void Newcomer::seek()
{
    const auto found = m_places.search(u"강남구", 1);
    if (found.isEmpty())
        return fail(u"the place list does not know 강남구"_s);
    step(translate("term", "wait for somebody"), 60s);
    const auto &place = found.first();
    const QString name = QLocale().language() == QLocale::Korean ? place.nameKo : place.nameEn;
    m_session.seek(Cell::containing({place.latitude, place.longitude}, m_session.hello().cellKm), Reach::Km10, [this, name](const Result<> &result) {
        if (!result)
            return fail(client::sentence(result.error()));
        done(translate("term", "looks for somebody near %1, %2").arg(name, client::label(Reach::Km10)));
    });
}

void Newcomer::nearbyChanged()
{
    const auto &nearby = m_session.state().nearby;
    if (m_ended || !m_room.isNull())
        return;
    if (nearby.proposal && nearby.proposal->proposal != m_answered) {
        m_answered = nearby.proposal->proposal;
        done(nearby.proposal->demo ? translate("term", "a demo person was found") : translate("term", "somebody was found"));
        m_session.accept(m_answered, [this](const Result<> &result) {
            if (result)
                done(translate("term", "said yes"));
        });
    } else if (nearby.ended && nearby.ended->proposal == m_answered && nearby.ended->outcome != protocol::Outcome::Accepted) {
        m_answered = {};
        done(translate("term", "the proposal ended: %1").arg(client::sentence(nearby.ended->outcome, nearby.ended->mine)));
        if (!nearby.ticket)
            seek();
    }
}

void Newcomer::roomOpened(RoomId room)
{
    const auto *entry = m_session.state().room(room);
    if (m_met && entry && entry->room.kind == protocol::RoomKind::Direct) {
        m_pairRoom = room;
        done(translate("term", "a room for two is open; behind the name was %1").arg(client::titleOf(entry->room)));
        return dateChanged();
    }
    if (m_ended || !m_room.isNull())
        return;
    m_room = room;
    done(translate("term", "a chat with %1 is open").arg(entry ? client::titleOf(entry->room) : QString()));
    if (!entry || !client::isDemo(entry->room))
        return fail(u"the other one is not marked as a demo person"_s);
    talk();
}

void Newcomer::talk()
{
    step(translate("term", "message %1 and its answer").arg(m_said + 1), 25s);
    const auto sent = m_session.sendText(m_room, newcomerLine(m_said));
    if (!sent)
        return fail(client::sentence(sent.error()));
    ++m_said;
}

//! One's own messages arrive here too, when the server has stored them.
void Newcomer::heard(RoomId room, const protocol::Message &message)
{
    const auto *entry = m_session.state().room(room);
    if (const auto *date = m_session.state().dateIn(room); date && m_visiting)
        return heardInDate(*date, message);
    if (m_ended || room != m_room || !entry || m_visiting)
        return;
    if (m_talked)
        return m_session.markRead(room, message.seq);
    if (message.author == entry->room.me) {
        m_lastOwn = message.seq;
        return done(translate("term", "message %1 is stored: %2").arg(message.seq).arg(message.text));
    }
    if (message.kind != protocol::MessageKind::Text)
        return fail(u"the other one has left"_s);
    done(translate("term", "message %1 from %2: %3").arg(message.seq).arg(client::titleOf(entry->room), message.text));
    m_session.markRead(room, message.seq);
    if (m_lastOwn == 0 || m_reading)
        return; // a greeting before one's own first message is no answer to it
    if (++m_heard < m_said)
        return;
    if (m_said < exchanges)
        return talk();
    m_reading = true;
    step(translate("term", "read, and be read"), 15s);
    checkRead();
}

void Newcomer::checkRead()
{
    const auto *entry = m_session.state().room(m_room);
    if (!m_reading || m_ended || !entry || client::unread(entry->room) > 0 || client::readByOthers(entry->room) < m_lastOwn)
        return;
    m_reading = false;
    m_talked = true;
    done(translate("term", "has read everything, and has been read up to message %1").arg(client::readByOthers(entry->room)));
    showPicture();
}

void Newcomer::tell(Time at, const QString &words)
{
    const Duration since = std::max(Duration(0), at - m_record.start().value_or(at));
    const QString moment = u"    %1 s  "_s.arg(double(since.count()) / 1000, 6, 'f', 2);
    print(words.isEmpty() ? moment + m_phase : moment + padded(m_phase, phaseColumns) + words);
}

void Newcomer::signOut()
{
    m_leaving = true;
    step(translate("term", "sign out"), 10s);
    m_session.signOut();
}

} // namespace jjak::terminal
