// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/person.h"

#include <cstdio>

namespace jjak::people {

using namespace Qt::StringLiterals;
using client::ConnectionState;
using client::Session;

namespace {

constexpr int floodMessages = 40;

client::SessionConfig sessionConfig(const PersonConfig &config)
{
    client::SessionConfig session;
    session.program = u"jjak-people"_s;
    session.cacheFolder = u":memory:"_s;
    session.demoKey = config.demoKey;
    session.watchNetwork = false;
    return session;
}

} // namespace

Person::Person(PersonConfig config, Rng &rng, QObject *parent)
    : QObject(parent), m_config(std::move(config)), m_rng(rng), m_name(demoName(m_config.number)), m_session(sessionConfig(m_config), m_store, rng)
{
    for (QTimer *timer : {&m_seek, &m_answer, &m_signIn})
        timer->setSingleShot(true);
    connect(&m_seek, &QTimer::timeout, this, &Person::seek);
    connect(&m_answer, &QTimer::timeout, this, &Person::answerProposal);
    connect(&m_signIn, &QTimer::timeout, this, &Person::signUp);
    listen();
}

void Person::listen()
{
    connect(&m_session, &Session::stateChanged, this, [this](ConnectionState state) {
        if (state == ConnectionState::Connected && !m_session.isSignedIn())
            signUp();
    });
    connect(&m_session, &Session::synced, this, &Person::enter);
    connect(&m_session, &Session::nearbyChanged, this, &Person::nearbyChanged);
    connect(&m_session, &Session::roomOpened, this, [this](RoomId room) { openChat(room, true); });
    connect(&m_session, &Session::messageArrived, this, &Person::heard);
    connect(&m_session, &Session::roomChanged, this, [this](RoomId room) {
        const auto *entry = m_session.state().room(room);
        if (m_chats.contains(room) && (!entry || !client::isWritable(entry->room)))
            endChat(room, false);
    });
    connect(&m_session, &Session::outboxChanged, this, [this](RoomId room) {
        for (const auto &entry : m_session.outbox(room)) {
            if (entry.state == client::OutboxEntry::State::Refused)
                m_session.discard(entry.cid);
        }
    });
    connect(&m_session, &Session::signedOut, this, [this] {
        log(u"signed out by the server"_s);
        m_chats.clear();
        m_signIn.start(5s);
    });
}

void Person::begin()
{
    m_session.connectTo(m_config.server);
}

Duration Person::between(Duration from, Duration to)
{
    return from + Duration(qint64(m_rng.below(std::uint64_t((to - from).count()) + 1)));
}

void Person::log(const QString &what) const
{
    if (m_config.silent)
        return;
    std::printf("%s: %s\n", m_name.toUtf8().constData(), what.toUtf8().constData());
    std::fflush(stdout);
}

void Person::signUp()
{
    if (m_signingIn || m_session.isSignedIn() || m_session.connectionState() != ConnectionState::Connected)
        return;
    m_signingIn = true;
    const auto done = [this](const Result<> &result) { signInAnswered(result); };
    const QString password = demoPassword(m_config.number, m_config.demoKey);
    if (m_nameTaken)
        m_session.signIn(m_name, password, u"jjak-people"_s, true, done);
    else
        m_session.signUp(m_name, password, Day(std::chrono::year(1996) / 5 / 17), u"jjak-people"_s, true, done);
}

void Person::signInAnswered(const Result<> &result)
{
    m_signingIn = false;
    if (result) {
        m_failures = 0;
        return log(u"is here"_s);
    }
    if (result.error().code == ErrorCode::AccountNameTaken && !m_nameTaken) {
        m_nameTaken = true; // made in an earlier run
        return signUp();
    }
    const auto code = nameOf(result.error().code);
    log(u"cannot sign in: "_s + QString::fromLatin1(code.data(), qsizetype(code.size())));
    m_failures = std::min(m_failures + 1, 5);
    m_signIn.start(std::max<Duration>(result.error().retry, 1s * (1 << m_failures)));
}

//! Everything is known: goes on with the chats that are open, or looks for somebody.
void Person::enter()
{
    for (const auto &entry : m_session.state().rooms) {
        if (!client::isWritable(entry.room) || entry.room.kind != protocol::RoomKind::Direct)
            continue;
        openChat(entry.room.room, false);
        if (entry.room.newest && client::unread(entry.room) > 0)
            heard(entry.room.room, *entry.room.newest);
    }
    nearbyChanged();
}

void Person::seekSoon()
{
    if (!m_seek.isActive())
        m_seek.start(between(200ms, 1500ms));
}

void Person::seek()
{
    const auto &nearby = m_session.state().nearby;
    if (!m_chats.empty() || nearby.ticket || nearby.proposal || m_session.connectionState() != ConnectionState::Ready)
        return;
    const Cell cell = Cell::containing({m_config.latitude, m_config.longitude}, m_session.hello().cellKm);
    m_session.seek(cell, Reach::Anywhere, [this](const Result<> &result) {
        if (!result)
            m_seek.start(5s);
        else
            log(u"looks for somebody"_s);
    });
}

void Person::nearbyChanged()
{
    const auto &nearby = m_session.state().nearby;
    if (nearby.proposal && nearby.proposal->mine == protocol::Answer::Open && nearby.proposal->proposal != m_decided) {
        m_decided = nearby.proposal->proposal;
        const bool shy = m_config.behaviour == Behaviour::Shy;
        m_answer.start(nearby.proposal->demo ? between(20ms, 200ms) : shy ? between(2s, 4s) : between(700ms, 2s));
    }
    if (!nearby.proposal && !nearby.ticket && m_chats.empty())
        seekSoon();
}

void Person::answerProposal()
{
    const auto &proposal = m_session.state().nearby.proposal;
    if (!proposal || proposal->proposal != m_decided)
        return;
    const auto ignore = [](const Result<> &) {}; // gone in the meantime: nearbyChanged() tells
    if (proposal->demo || m_config.behaviour == Behaviour::Refusing)
        m_session.decline(m_decided, ignore);
    else
        m_session.accept(m_decided, ignore);
}

void Person::openChat(RoomId room, bool greet)
{
    const auto *entry = m_session.state().room(room);
    if (m_chats.contains(room) || !entry || entry->room.kind != protocol::RoomKind::Direct) // in a date the Guest talks
        return;
    Chat &chat = m_chats[room];
    chat.talk = std::make_unique<Talk>(m_name, m_config.behaviour == Behaviour::Shy, m_rng);
    chat.quiet = std::make_unique<QTimer>();
    chat.quiet->setSingleShot(true);
    connect(chat.quiet.get(), &QTimer::timeout, this, [this, room] { endChat(room, true); });
    chat.quiet->start(m_config.quiet);
    chat.next = std::make_unique<QTimer>();
    chat.next->setSingleShot(true);
    connect(chat.next.get(), &QTimer::timeout, this, [this, room] { sayNext(room); });
    if (greet)
        log(u"a chat begins"_s);
    if (greet && (m_config.behaviour == Behaviour::Friendly || m_config.behaviour == Behaviour::Flooding))
        chat.next->start(between(1s, 2s));
}

void Person::heard(RoomId room, const protocol::Message &message)
{
    const auto *entry = m_session.state().room(room);
    const auto it = m_chats.find(room);
    if (!entry || it == m_chats.end() || message.author == entry->room.me || message.kind != protocol::MessageKind::Text)
        return;
    Chat &chat = it->second;
    if (m_config.behaviour == Behaviour::Vanishing && chat.said > 0)
        return; // never heard of again
    chat.quiet->start(m_config.quiet);
    chat.heard = message.text;
    chat.heardSeq = message.seq;
    m_session.markRead(room, message.seq);
    if (chat.answering)
        return; // one answer to several messages
    chat.answering = true;
    m_session.typing(room);
    chat.next->start(m_config.behaviour == Behaviour::Shy ? between(2s, 3s) : between(1s, 2500ms));
}

void Person::sayNext(RoomId room)
{
    const auto it = m_chats.find(room);
    if (it == m_chats.end())
        return;
    Chat &chat = it->second;
    const bool answering = std::exchange(chat.answering, false);
    if (answering && chat.talk->likes(chat.heard))
        m_session.react(room, chat.heardSeq, u"❤️"_s, true, [](const Result<> &) {}); // the message may be gone
    say(room, answering ? chat.talk->reply(chat.heard) : chat.talk->greeting());
    ++chat.said;
    if (m_config.behaviour == Behaviour::Flooding && chat.said < floodMessages)
        chat.next->start(300ms);
}

void Person::say(RoomId room, const QString &text)
{
    if (!m_session.sendText(room, text))
        log(u"could not say something"_s);
}

void Person::endChat(RoomId room, bool politely)
{
    const auto it = m_chats.find(room);
    if (it == m_chats.end())
        return;
    if (politely && m_config.behaviour != Behaviour::Vanishing) {
        it->second.quiet->stop();
        say(room, it->second.talk->farewell());
    }
    // The chat may be ended by one of its own timers: those go when this call is over.
    it->second.quiet.release()->deleteLater();
    it->second.next->stop();
    it->second.next.release()->deleteLater();
    m_chats.erase(it);
    log(u"a chat ends"_s);
    const auto *entry = m_session.state().room(room);
    if (entry && !client::hasLeft(entry->room)) {
        // The farewell is stored before the leaving, if it is stored at all.
        QTimer::singleShot(politely ? 1500 : 0, this, [this, room] { m_session.leave(room, [](const Result<> &) {}); });
    }
    if (m_chats.empty())
        seekSoon();
}

} // namespace jjak::people
