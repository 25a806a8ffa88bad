// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What goes between the guests and the server, and how it can be lost.
#include "tests/sim/ballroom.h"

#include "tests/sim/chaperone.h"

namespace jjak::sim {

using namespace protocol;

bool Ballroom::runBatch()
{
    using Fate = Server::Fate;
    Fate fate = Fate::Works;
    if (!m_calm && m_rng.below(80) == 0)
        fate = std::array{Fate::CommitFails, Fate::DiesBeforeCommit, Fate::DiesAfterCommit}[m_rng.below(3)];
    const auto jobs = std::exchange(m_batch, {});
    Deeds deeds;
    for (const app::Job &job : jobs)
        note(job, deeds);
    m_server.run(jobs, fate);
    if (fate == Fate::CommitFails) {
        m_tally.failedCommits++;
    } else if (fate != Fate::Works) {
        crashAll();
    }
    m_chaperone->afterBatch(deeds, fate == Fate::DiesAfterCommit);
    if (fate == Fate::DiesBeforeCommit || fate == Fate::DiesAfterCommit)
        m_clock.pass(Duration(any(8'000)));
    return fate == Fate::Works;
}

void Ballroom::note(const app::Job &job, Deeds &deeds)
{
    const auto *command = std::get_if<Command>(&job.work);
    if (!command || !job.caller.identity)
        return;
    const AccountId account = job.caller.identity->account;
    if (command->is<cmd::LeaveDate>() || command->is<cmd::Leave>())
        deeds.left.insert(account);
    else if (const auto *shot = command->as<cmd::Shoot>())
        deeds.shots.append({shot->date, account, shot->seat});
    else if (const auto *wish = command->as<cmd::OpenPair>())
        deeds.wishes.append({wish->pair, account});
}

void Ballroom::crashAll()
{
    m_tally.crashes++;
    for (Guest &guest : m_guests) {
        for (Handset &handset : guest.handsets)
            handset.connection = 0;
    }
    m_byConnection.clear();
    m_batch.clear();
    m_asked.clear();
}

Handset *Ballroom::byConnection(app::ConnectionId connection)
{
    const auto it = m_byConnection.constFind(connection);
    return it == m_byConnection.cend() ? nullptr : &m_guests[size_t(it->first)].handsets[size_t(it->second)];
}

void Ballroom::take(const app::Outgoing &out)
{
    if (const auto *bound = std::get_if<app::Bind>(&out)) {
        if (Handset *handset = byConnection(bound->connection)) {
            m_guests[size_t(handset->guest)].account = bound->identity.account;
            handset->device = bound->identity.device;
        }
        return;
    }
    if (std::holds_alternative<app::EndDevice>(out))
        throw Violation("a device was signed out that did nothing wrong");
    const auto frameOf = [](const app::Frame &bytes) {
        auto frame = parseServerFrame(bytes);
        if (!frame)
            throw Violation("a frame that a client cannot read");
        return *frame;
    };
    if (const auto *event = std::get_if<app::ToAccount>(&out)) {
        const auto frame = frameOf(event->frame);
        for (Handset &handset : m_guests[size_t(m_byAccount.value(event->account))].handsets) {
            if (handset.connection && !(m_faults.losesEvents && m_rng.below(200) == 0))
                tell(handset, std::get<Event>(frame));
        }
    } else if (const auto *reply = std::get_if<app::ToConnection>(&out)) {
        const auto frame = frameOf(reply->frame);
        const auto &answered = std::get<Answered>(frame);
        require(reply->connection != operatorsConnection || std::holds_alternative<QJsonObject>(answered.result), "the operator was refused");
        const auto asked = m_asked.constFind({reply->connection, answered.re});
        if (asked != m_asked.cend())
            note(*asked, answered);
        if (Handset *handset = byConnection(reply->connection))
            answer(*handset, asked == m_asked.cend() ? Command(cmd::Hello()) : asked->command, answered);
    } else if (const auto *news = std::get_if<app::ToEverybody>(&out)) {
        const auto frame = frameOf(news->frame);
        m_event = std::get<ev::EventState>(std::get<Event>(frame)).event;
    }
}

void Ballroom::tell(Handset &handset, const Event &event)
{
    if (const auto *state = std::get_if<ev::DateState>(&event)) {
        learn(handset, state->blindDate);
    } else if (const auto *room = std::get_if<ev::RoomState>(&event)) {
        handset.heads[room->room.room] = room->room.head;
    } else if (const auto *message = std::get_if<ev::RoomMessage>(&event)) {
        qint64 &head = handset.heads[message->room];
        if (handset.current && message->message.seq > head + 1)
            throw Violation("a connected client was not told of a message");
        head = std::max(head, message->message.seq);
    }
}

void Ballroom::learn(Handset &handset, const BlindDate &blindDate)
{
    if (blindDate.version < handset.blindDate.version)
        return;
    const auto &before = handset.blindDate.date, &after = blindDate.date;
    if (before && after && before->date == after->date && (after->round < before->round || (after->round == before->round && after->phase < before->phase)))
        throw Violation("a client saw a phase go back");
    handset.blindDate = blindDate;
}

//! Also of who has hung up meanwhile: what was done is done.
void Ballroom::note(const Asked &asked, const Answered &answered)
{
    if (const auto *refused = std::get_if<Error>(&answered.result)) {
        m_tally.frozen += refused->code == ErrorCode::RoomFrozen;
        require(refused->code != ErrorCode::AuthToken && refused->code != ErrorCode::AccessDenied && refused->code != ErrorCode::ProtocolBadField, "a guest was refused who did nothing wrong");
        return;
    }
    m_tally.entered += asked.command.is<cmd::EnterDate>();
    m_tally.messages += asked.command.is<cmd::Send>();
    m_tally.blocked += asked.command.is<cmd::Block>() || asked.command.is<cmd::Report>();
    if (const auto *shot = asked.command.as<cmd::Shoot>())
        m_chaperone->shot(shot->date, asked.account, shot->seat);
    else if (const auto *wish = asked.command.as<cmd::OpenPair>())
        m_chaperone->wished(wish->pair, asked.account);
}

void Ballroom::answer(Handset &handset, const Command &command, const Answered &answered)
{
    if (answered.re == handset.lastRequest)
        handset.unanswered.reset();
    const auto *ok = std::get_if<QJsonObject>(&answered.result);
    if (!ok && command.is<cmd::Resume>()) {
        m_byConnection.remove(handset.connection); // the client gives up this connection and tries another
        handset.connection = 0;
    }
    if (!ok)
        return;
    if (const auto signedIn = decode<cmd::SignedIn>(QJsonValue(*ok)); signedIn && signedIn->token)
        handset.token = *signedIn->token;
    else if (const auto blindDate = decode<BlindDate>(QJsonValue(*ok)))
        learn(handset, *blindDate);
    else if (command.is<cmd::Sync>())
        begin(handset, decode<cmd::Snapshot>(QJsonValue(*ok)));
}

void Ballroom::begin(Handset &handset, const Result<cmd::Snapshot> &snapshot)
{
    require(snapshot.ok(), "a snapshot that a client cannot read");
    handset.current = true;
    learn(handset, snapshot->blindDate);
    handset.heads.clear();
    for (const Room &room : snapshot->rooms)
        handset.heads.insert(room.room, room.head);
}

} // namespace jjak::sim
