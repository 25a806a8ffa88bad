// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId here = roomId(1), there = roomId(2);

} // namespace

//! What others see of oneself and what one sees of them; what is told to the server without anybody asking.
class TestPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void settingsComeWithTheSnapshot();
    void changedSettingsAreHereWhenTheServerHasThem();
    void refusedSettingsStayAsTheyWere();
    void settingsOfAnotherDeviceRenewTheRooms();
    void presenceIsShownUntilTheConnectionEnds();
    void awayIsToldAgainAfterAReconnect();
    void whatHasArrivedIsToldOnce();
    void ownMessagesAreNotToldAsReceived();
    void whatArrivedWithoutBeingToldIsToldAfterTheReconnect();
    void silenceIsKnownWhenTheServerKnowsIt();
    void everythingIsReadAtOnce();
    void lostReadAllTellsEveryRoom();
    void nothingUnreadTellsNothing();
    void searchPassesThrough();
    void emptySearchIsRefusedAtOnce();
};

void TestPeople::settingsComeWithTheSnapshot()
{
    Scene scene;
    scene.settings = {false, true, false};
    QSignalSpy changed(scene.session.get(), &Session::settingsChanged);
    scene.start({test::room(here, 0)});
    QCOMPARE(scene.session->settings(), scene.settings);
    QCOMPARE(changed.size(), 1);
}

void TestPeople::changedSettingsAreHereWhenTheServerHasThem()
{
    Scene scene;
    qint64 open = 0;
    scene.peer.on<cmd::ChangeSettings>([&](qint64 id, const cmd::ChangeSettings &) { open = id; });
    scene.start({test::room(here, 0)});
    const protocol::Settings wanted{true, false, true};
    bool done = false;
    scene.session->changeSettings(wanted, [&](const Result<> &reply) { done = reply.ok(); });
    QTRY_VERIFY(open != 0);
    QVERIFY(scene.session->settings().read);
    scene.peer.ok(open, cmd::Empty());
    QTRY_VERIFY(done);
    QCOMPARE(scene.session->settings(), wanted);
    QCOMPARE(scene.peer.asked<cmd::ChangeSettings>().first().settings, wanted);
}

void TestPeople::refusedSettingsStayAsTheyWere()
{
    Scene scene;
    scene.peer.on<cmd::ChangeSettings>([&](qint64 id, const cmd::ChangeSettings &) { scene.peer.refuse(id, {ErrorCode::AccessDenied}); });
    scene.start({test::room(here, 0)});
    QSignalSpy failed(scene.session.get(), &Session::failed);
    scene.session->changeSettings({false, false, false});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(scene.session->settings().presence);
}

//! What is shown of others has changed with them: read positions may be hidden from now on.
void TestPeople::settingsOfAnotherDeviceRenewTheRooms()
{
    Scene scene;
    Room told = test::room(here, 3);
    told.members[1].read = told.members[1].got = 2;
    scene.start({told});
    QCOMPARE(readByOthers(scene.session->state().room(here)->room), 2);
    scene.rooms.first().members[1].read = scene.rooms.first().members[1].got = 0;
    scene.settings.read = false;
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.peer.tell(ev::SettingsState{scene.settings});
    QVERIFY(synced.wait());
    QVERIFY(!scene.session->settings().read);
    QCOMPARE(readByOthers(scene.session->state().room(here)->room), 0);
    QCOMPARE(gotByOthers(scene.session->state().room(here)->room), 0);
}

void TestPeople::presenceIsShownUntilTheConnectionEnds()
{
    Scene scene;
    Room told = test::room(here, 0);
    told.members[1].presence = Presence::Away;
    scene.start({told});
    const auto shown = [&] { return scene.session->rooms()->index(0).data(RoomListModel::PresenceRole); };
    QCOMPARE(shown().value<Presence>(), Presence::Away);
    scene.peer.tell(ev::RoomPresence{here, 2, Presence::Online});
    QTRY_COMPARE(shown().value<Presence>(), Presence::Online);
    scene.peer.tell(ev::RoomPresence{here, 2, std::nullopt});
    QTRY_VERIFY(!shown().isValid());
    scene.peer.tell(ev::RoomPresence{here, 2, Presence::Recently});
    QTRY_COMPARE(shown().value<Presence>(), Presence::Recently);
    scene.session->disconnect();
    QVERIFY(!shown().isValid());
}

void TestPeople::awayIsToldAgainAfterAReconnect()
{
    Scene scene;
    scene.peer.always<cmd::SetAway>({});
    scene.start({test::room(here, 0)});
    QCOMPARE(scene.peer.count<cmd::SetAway>(), 0); // being there is what a connection means
    scene.session->setAway(true);
    scene.session->setAway(true);
    QTRY_COMPARE(scene.peer.count<cmd::SetAway>(), 1);
    scene.peer.drop();
    QTRY_COMPARE(scene.peer.count<cmd::SetAway>(), 2);
    scene.session->setAway(false);
    QTRY_COMPARE(scene.peer.count<cmd::SetAway>(), 3);
    QVERIFY(!scene.peer.asked<cmd::SetAway>().last().away);
}

void TestPeople::whatHasArrivedIsToldOnce()
{
    Scene scene;
    scene.messages[here] = {message(1, 2), message(2, 2), message(3, 1)};
    scene.start({test::room(here, 3)});
    QTRY_COMPARE(scene.peer.count<cmd::Got>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Got>().first().seq, 2);
    for (qint64 seq = 4; seq <= 6; ++seq)
        scene.peer.tell(ev::RoomMessage{here, message(seq, 2)});
    QTRY_COMPARE(scene.peer.asked<cmd::Got>().last().seq, 6);
    QVERIFY(scene.peer.count<cmd::Got>() <= 4);
}

void TestPeople::ownMessagesAreNotToldAsReceived()
{
    Scene scene;
    scene.peer.always<cmd::Silence>({});
    scene.start({test::room(here, 0), test::room(there, 0)});
    scene.peer.tell(ev::RoomMessage{here, message(1, 1)});
    scene.peer.tell(ev::RoomMessage{here, message(2, 1)});
    QTRY_COMPARE(scene.session->state().room(here)->have, 2);
    // What is told about the one room would have been told about the other at the same time.
    scene.peer.tell(ev::RoomMessage{there, message(1, 2)});
    QTRY_VERIFY(scene.peer.count<cmd::Got>() > 0);
    scene.session->setSilent(there, true);
    QTRY_COMPARE(scene.peer.count<cmd::Silence>(), 1);
    QCOMPARE(scene.peer.count<cmd::Got>(), 1);
    QCOMPARE(scene.peer.asked<cmd::Got>().first().room, there);
}

void TestPeople::whatArrivedWithoutBeingToldIsToldAfterTheReconnect()
{
    Scene scene;
    scene.peer.on<cmd::Got>([&](qint64 id, const cmd::Got &) { scene.peer.count<cmd::Got>() == 1 ? scene.peer.drop() : scene.peer.ok(id, cmd::Empty()); });
    scene.messages[here] = {message(1, 2)};
    scene.start({test::room(here, 1)});
    QTRY_COMPARE(scene.peer.count<cmd::Got>(), 2);
    QCOMPARE(scene.peer.connections, 2);
    QCOMPARE(scene.peer.asked<cmd::Got>().last().seq, 1);
}

void TestPeople::silenceIsKnownWhenTheServerKnowsIt()
{
    Scene scene;
    scene.peer.always<cmd::Silence>({});
    scene.start({test::room(here, 0)});
    const auto silent = [&] { return scene.session->rooms()->index(0).data(RoomListModel::SilentRole).toBool(); };
    QVERIFY(!silent());
    scene.session->setSilent(here, true);
    QTRY_VERIFY(silent());
    scene.session->setSilent(here, false);
    QTRY_VERIFY(!silent());
}

void TestPeople::everythingIsReadAtOnce()
{
    Scene scene;
    scene.peer.always<cmd::ReadAll>({});
    scene.messages[here] = {message(1, 2), message(2, 2)};
    scene.messages[there] = {message(1, 2)};
    scene.start({test::room(here, 2), test::room(there, 1)});
    QCOMPARE(scene.session->rooms()->totalUnread(), 3);
    scene.session->markAllRead();
    QCOMPARE(scene.session->rooms()->totalUnread(), 0);
    QTRY_COMPARE(scene.peer.count<cmd::ReadAll>(), 1);
    QCOMPARE(scene.peer.count<cmd::Read>(), 0);
}

//! What comes in the meantime stays unread, so the command itself is not repeated.
void TestPeople::lostReadAllTellsEveryRoom()
{
    Scene scene;
    scene.peer.on<cmd::ReadAll>([&](qint64, const cmd::ReadAll &) { scene.peer.drop(); });
    scene.messages[here] = {message(1, 2), message(2, 2)};
    scene.messages[there] = {message(1, 2)};
    scene.start({test::room(here, 2), test::room(there, 1)});
    scene.session->markAllRead();
    QTRY_COMPARE(scene.peer.count<cmd::Read>(), 2);
    QCOMPARE(scene.peer.count<cmd::ReadAll>(), 1);
    QCOMPARE(scene.session->rooms()->totalUnread(), 0);
}

void TestPeople::nothingUnreadTellsNothing()
{
    Scene scene;
    scene.peer.always<cmd::Silence>({});
    scene.start({test::room(here, 0)});
    scene.session->markAllRead();
    scene.session->setSilent(here, true); // answered after it
    QTRY_COMPARE(scene.peer.count<cmd::Silence>(), 1);
    QCOMPARE(scene.peer.count<cmd::ReadAll>(), 0);
}

void TestPeople::searchPassesThrough()
{
    Scene scene;
    scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { scene.peer.ok(id, cmd::Found{{cmd::Hit{here, message(7, 2, u"산책 갈까"_s)}}, u"further"_s}); });
    scene.start({test::room(here, 9)});
    std::optional<cmd::Found> found;
    scene.session->search(u"산책"_s, here, {}, [&](const Result<cmd::Found> &reply) { found = *reply; });
    QTRY_VERIFY(found);
    QCOMPARE(found->hits.first().message.seq, 7);
    QCOMPARE(found->next, std::optional(u"further"_s));
    scene.session->search(u"산책"_s, std::nullopt, *found->next, [&](const Result<cmd::Found> &) { found.reset(); });
    QTRY_VERIFY(!found);
    const auto asked = scene.peer.asked<cmd::Search>();
    QCOMPARE(asked[0].room, std::optional(here));
    QVERIFY(!asked[0].after);
    QVERIFY(!asked[1].room);
    QCOMPARE(asked[1].after, std::optional(u"further"_s));
}

void TestPeople::emptySearchIsRefusedAtOnce()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    for (const QString &text : {QString(), QString(limits::searchCodePoints + 1, u'a')}) {
        std::optional<Error> error;
        scene.session->search(text, {}, {}, [&](const Result<cmd::Found> &reply) { error = reply.error(); });
        QTRY_VERIFY(error);
        QCOMPARE(error->field, u"args.text"_s);
    }
    QCOMPARE(scene.peer.count<cmd::Search>(), 0);
}

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
