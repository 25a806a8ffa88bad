// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../core/scene.h"
#include "client/terminal/app/commander.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace jjak::terminal;

namespace {

InvitationId invitationId(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return InvitationId::random(rng);
}

Invitation invitation(int number, const QString &name, RoomId from)
{
    return {invitationId(number), name, from, 3, fromMs(1'790'000'000'000)};
}

//! Somebody who is in chat 1 with Bora, and what the commander tells of invitations.
struct Bench {
    Bench()
    {
        QObject::connect(&commander, &Commander::invited, [this](const QString &line) { told += line; });
        scene.peer.on<cmd::AnswerInvitation>([this](qint64 id, const cmd::AnswerInvitation &) { scene.peer.refuse(id, Error{ErrorCode::InvitationGone}); });
    }
    void tell(const QList<Invitation> &all)
    {
        QSignalSpy changed(scene.session.get(), &client::Session::invitationsChanged);
        scene.invitations = all;
        scene.peer.tell(ev::InvitationsState{all});
        QVERIFY(changed.wait());
    }
    QList<InvitationId> answered() const
    {
        QList<InvitationId> out;
        for (const auto &one : scene.peer.asked<cmd::AnswerInvitation>())
            out += one.invitation;
        return out;
    }

    Scene scene;
    client::Settings settings{scene.folder.filePath(u"settings"_s)};
    client::PlaceList places;
    Language language;
    Commander commander{*scene.session, settings, places, language};
    QStringList told;
};

} // namespace

//! Invitations to groups, as they come in.
class TstInvitations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isToldOnceWithHowToAnswer();
    void whatWaitsAtTheStartIsToldWithNames();
    void numbersStayWhileSomebodyTypes();
    void namesAreOnlyNames();
};

void TstInvitations::isToldOnceWithHowToAnswer()
{
    Bench bench;
    bench.scene.start({client::test::room(roomId(1), 0)});
    QVERIFY(bench.told.isEmpty());
    bench.tell({invitation(1, u"책 모임"_s, roomId(1))});
    QCOMPARE(bench.told, QStringList{u"You are invited to the group “책 모임” by Bora. /join 1 accepts, /refuse 1 does not."_s});
    bench.tell({invitation(2, u"Hikers"_s, roomId(9)), invitation(1, u"책 모임"_s, roomId(1))});
    QCOMPARE(bench.told.size(), 2);
    QCOMPARE(bench.told.last(), u"You are invited to the group “Hikers” by somebody. /join 2 accepts, /refuse 2 does not."_s);
    bench.commander.run(parse(u"/join 1"_s));
    QTRY_COMPARE(bench.answered(), QList{invitationId(1)});
    bench.scene.peer.drop();
    QSignalSpy synced(bench.scene.session.get(), &client::Session::synced);
    QVERIFY(synced.wait());
    QCOMPARE(bench.told.size(), 2);
}

void TstInvitations::whatWaitsAtTheStartIsToldWithNames()
{
    Bench bench;
    bench.scene.invitations = {invitation(1, u"Hikers"_s, roomId(1))};
    bench.scene.start({client::test::room(roomId(1), 0)});
    QCOMPARE(bench.told.size(), 1);
    QVERIFY2(bench.told.first().contains(u"by Bora"_s), qPrintable(bench.told.first())); // the chat is known by then
}

void TstInvitations::numbersStayWhileSomebodyTypes()
{
    Bench bench;
    bench.scene.start({client::test::room(roomId(1), 0)});
    const Invitation first = invitation(1, u"one"_s, roomId(1)), second = invitation(2, u"two"_s, roomId(1)), third = invitation(3, u"three"_s, roomId(1));
    bench.tell({first});
    bench.tell({second, first});
    bench.tell({second}); // the first one is taken back
    bench.tell({third, second});
    QVERIFY2(bench.told.last().contains(u"/join 3"_s), qPrintable(bench.told.last()));
    bench.commander.run(parse(u"/refuse 2"_s));
    QTRY_COMPARE(bench.answered(), QList{invitationId(2)});
    QTRY_COMPARE(bench.scene.session->invitations().size(), 1);
    bench.commander.run(parse(u"/join 3"_s));
    QTRY_COMPARE(bench.answered(), (QList{invitationId(2), invitationId(3)}));
    QTRY_VERIFY(bench.scene.session->invitations().isEmpty());
    bench.tell({invitation(4, u"four"_s, roomId(1))}); // none waits any more: they begin anew
    QVERIFY2(bench.told.last().contains(u"/join 1"_s), qPrintable(bench.told.last()));
}

void TstInvitations::namesAreOnlyNames()
{
    Bench bench;
    bench.scene.start({client::test::room(roomId(1), 0)});
    bench.tell({invitation(1, u"%2 %3 %1"_s, roomId(1))});
    QCOMPARE(bench.told.size(), 1);
    QCOMPARE(bench.told.first(), u"You are invited to the group “%2 %3 %1” by Bora. /join 1 accepts, /refuse 1 does not."_s);
}

QTEST_GUILESS_MAIN(TstInvitations)
#include "tst_invitations.moc"
