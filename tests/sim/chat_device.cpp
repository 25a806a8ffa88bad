// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_device.h"

#include <algorithm>

namespace jjak::sim {

using namespace Qt::StringLiterals;
using namespace protocol;
using client::OutboxEntry;

namespace {

//! More than a message can bear.
constexpr std::array emojis{u"👍", u"😂", u"❤️", u"😮", u"😢", u"🙏", u"🎉", u"🔥", u"👀", u"💯", u"🤔", u"👏", u"🥰", u"😎", u"🙈"};

} // namespace

Device::Device(Exchange &exchange, Rng &rng, const QString &owner, int number, const QString &folder)
    : m_exchange(exchange), m_rng(rng), m_owner(owner), m_number(number), m_folder(folder), m_own(rng.below(quint64(1) << 62))
{
    start();
}

void Device::start()
{
    m_open.clear();
    m_heard.clear();
    m_asked = 0;
    client::SessionConfig config;
    config.program = u"device%1"_s.arg(m_number);
    config.cacheFolder = m_folder;
    config.watchNetwork = false;
    config.times.resyncEvery = config.times.resyncWithin = Duration(0); // they would measure real time
    config.wire = m_exchange.wires();
    config.clock = m_exchange.clock();
    m_session = std::make_unique<client::Session>(config, m_secrets, m_own);
    QObject::connect(m_session.get(), &client::Session::signedIn, m_session.get(), [this] {
        m_account = m_session->state().account->account;
        m_id = m_session->state().account->device;
    });
    QObject::connect(m_session.get(), &client::Session::signedOut, m_session.get(), [this] { m_complaint = u"signed out"_s; });
    QObject::connect(m_session.get(), &client::Session::messageArrived, m_session.get(), [this](RoomId room, const Message &message) { messageArrived(room, message); });
    QObject::connect(m_session.get(), &client::Session::roomChanged, m_session.get(), [this](RoomId room) {
        if (!m_session->state().room(room))
            forget(room);
    });
    m_session->connectTo(QUrl(u"ws://chats"_s));
    ++m_starts;
}

void Device::signIn()
{
    const auto done = [this](const Result<> &result) { m_complaint = result ? QString() : u"cannot sign in"_s; };
    if (m_number == 0)
        m_session->signUp(m_owner, u"a long password"_s, Day(std::chrono::days(7000)), name(), true, done);
    else
        m_session->signIn(m_owner, u"a long password"_s, name(), true, done);
}

void Device::messageArrived(RoomId room, const Message &message)
{
    const std::pair key(room, message.seq);
    if (m_heard.contains(key))
        m_complaint = u"message %1 of %2 is told twice"_s.arg(message.seq).arg(called(room));
    m_heard.insert(key);
}

bool Device::isAtRest() const
{
    if (m_session->connectionState() != client::ConnectionState::Ready || m_asked > 0)
        return false;
    const auto &rooms = m_session->state().rooms;
    return std::all_of(rooms.keyBegin(), rooms.keyEnd(), [this](RoomId room) {
        return std::ranges::all_of(m_session->outbox(room), [](const OutboxEntry &entry) { return entry.state == OutboxEntry::State::Refused; });
    });
}

client::Callback<> Device::answered()
{
    ++m_asked;
    return [this](const Result<> &) {
        if (--m_asked < 0)
            m_complaint = u"a request is answered twice"_s;
    };
}

QString Device::act(Talk &deeds)
{
    if (!m_session->isSignedIn())
        return {};
    QList<RoomId> rooms = m_session->state().rooms.keys();
    std::ranges::sort(rooms);
    const auto &proposal = m_session->state().nearby.proposal;
    if (rooms.isEmpty() || any(40) == 0 || (proposal && proposal->mine == Answer::Open && any(3) == 0))
        return meet(deeds);
    if (!m_session->invitations().isEmpty() && any(3) == 0)
        return join(deeds);
    if (any(100) == 0)
        return gather(deeds);
    const RoomId room = rooms[any(int(rooms.size()))];
    if (m_session->state().room(room)->room.kind == RoomKind::Group && any(6) == 0)
        return govern(m_session->state().room(room)->room, deeds);
    if (m_session->state().room(room)->room.head == 0 && any(3) == 0)
        return set(room, deeds); // so that there are rooms in which everything goes
    const int what = any(100);
    if (what < 42)
        return say(room, deeds);
    if (what < 78)
        return change(room, deeds);
    if (what < 92)
        return look(room, deeds);
    if (what < 96)
        return set(room, deeds);
    return tidy(room, deeds);
}

//! Two who seek find each other, unless they have a room already.
QString Device::meet(Talk &deeds)
{
    const Nearby &nearby = m_session->state().nearby;
    if (nearby.proposal && nearby.proposal->mine == Answer::Open) {
        deeds.met++;
        m_session->accept(nearby.proposal->proposal, answered());
        return u"accepts"_s;
    }
    if (nearby.ticket || nearby.proposal)
        return {};
    m_session->seek(Cell::containing({37.5, 127.0}, m_session->hello().cellKm), Reach::Anywhere, answered());
    return u"seeks"_s;
}

bool Device::sayOnce(RoomId room, qint64 replyTo)
{
    const QString text = u"%1 안녕 %2"_s.arg(name()).arg(++m_words);
    const auto cid = m_session->sendText(room, text, replyTo);
    if (cid)
        m_said.append({room, *cid, text});
    return cid.ok();
}

QString Device::say(RoomId room, Talk &deeds)
{
    const bool isBurst = any(60) == 0; // more than a page
    const int count = isBurst ? 30 + any(50) : 1;
    for (int i = 0; i < count; ++i) {
        const auto quoted = any(6) == 0 ? anyMessage(room, false) : std::nullopt;
        if (!sayOnce(room, quoted ? quoted->seq : 0))
            return {};
        deeds.said++;
        deeds.answered += quoted.has_value();
    }
    deeds.bursts += isBurst;
    return u"says %1 in %2"_s.arg(count).arg(called(room));
}

//! Mostly a late one; sometimes any of the room, also one that is not here.
std::optional<Message> Device::anyMessage(RoomId room, bool mine)
{
    const client::RoomEntry *entry = m_session->state().room(room);
    if (!entry || entry->room.head == 0)
        return std::nullopt;
    if (any(8) == 0) {
        Message far;
        far.seq = 1 + any(int(entry->room.head));
        return far;
    }
    QList<Message> late = m_session->cachedMessages(room, 0, 20);
    if (mine && any(10) != 0)
        late.removeIf([&](const Message &message) { return message.author != entry->room.me; });
    return late.isEmpty() ? std::nullopt : std::optional(late[any(int(late.size()))]);
}

QString Device::change(RoomId room, Talk &deeds)
{
    const int what = any(100);
    const auto message = anyMessage(room, what < 60);
    if (!message)
        return {};
    const qint64 seq = message->seq;
    if (what < 35) {
        deeds.edited++;
        m_session->editMessage(room, seq, any(12) == 0 && !message->text.isEmpty() ? message->text : u"%1 아니 %2"_s.arg(name()).arg(++m_words), answered());
        return u"edits %1 in %2"_s.arg(seq).arg(called(room));
    }
    if (what < 50) {
        deeds.deleted++;
        m_session->deleteMessage(room, seq, answered());
        return u"deletes %1 in %2"_s.arg(seq).arg(called(room));
    }
    const bool many = any(20) == 0; // as many as there are
    const bool on = many || any(4) != 0;
    for (size_t i = 0; i < (many ? emojis.size() : 1); ++i) {
        deeds.reacted++;
        m_session->react(room, seq, QString::fromUtf16(many ? emojis[i] : emojis[size_t(any(4))]), on, answered());
    }
    return u"reacts to %1 in %2"_s.arg(seq).arg(called(room));
}

QString Device::look(RoomId room, Talk &deeds)
{
    const client::RoomEntry *entry = m_session->state().room(room);
    if (any(3) == 0) {
        deeds.scrolled++;
        if (client::MessageListModel *model = m_open.value(room); model && any(4) != 0) {
            model->fetchOlder();
            return u"scrolls up in %1"_s.arg(called(room));
        }
        if (m_open.remove(room)) {
            m_session->closeRoom(room);
            return u"closes %1"_s.arg(called(room));
        }
        m_open.insert(room, m_session->openRoom(room));
        return u"opens %1"_s.arg(called(room));
    }
    if (any(15) == 0) {
        deeds.readAll++;
        for (const client::RoomEntry &one : m_session->state().rooms)
            m_marked[one.room.room] = one.room.head;
        m_session->markAllRead();
        return u"reads everything"_s;
    }
    deeds.read++;
    const qint64 seq = any(3) == 0 ? qint64(any(int(entry->room.head) + 1)) : entry->room.head;
    m_marked[room] = std::max(m_marked[room], seq);
    m_session->markRead(room, seq);
    return u"reads %1 up to %2"_s.arg(called(room)).arg(seq);
}

QString Device::set(RoomId room, Talk &deeds)
{
    if (any(4) == 0) {
        deeds.silenced++;
        const bool silent = any(2) == 0;
        m_session->setSilent(room, silent, answered());
        return u"%1 notifications of %2"_s.arg(silent ? u"wants no"_s : u"wants"_s, called(room));
    }
    deeds.expiries++;
    constexpr std::array choices{Expiry::Off, Expiry::Hour, Expiry::Hour, Expiry::Hour, Expiry::Day};
    const Expiry expiry = choices[size_t(any(int(choices.size())))];
    m_session->setExpiry(room, expiry, answered());
    return u"has messages of %1 kept: %2"_s.arg(called(room)).arg(int(expiry));
}

QString Device::tidy(RoomId room, Talk &deeds)
{
    if (any(20) == 0) {
        deeds.left++;
        m_session->leave(room, answered());
        return u"leaves %1"_s.arg(called(room));
    }
    for (const OutboxEntry &entry : m_session->outbox(room)) {
        if (entry.state != OutboxEntry::State::Refused)
            continue;
        deeds.retried++;
        if (any(2) == 0) {
            m_discarded.insert(entry.cid);
            m_session->discard(entry.cid);
            return u"gives up a message in %1"_s.arg(called(room));
        }
        std::ranges::find(m_said, entry.cid, &Said::cid)->isLoose = true;
        m_session->retry(entry.cid);
        return u"sends a refused message again in %1"_s.arg(called(room));
    }
    return {};
}

} // namespace jjak::sim
