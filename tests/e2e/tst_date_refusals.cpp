// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the server itself refuses in each phase of a date, asked by clients that know no better.
#include <QJsonArray>
#include <QTest>

#include "tests/e2e/asker.h"
#include "tests/e2e/evening.h"
#include "tests/support/prepared.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;

class TestDateRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_scene.reset(); }
    void nobodyWritesWhileTheHostSpeaks();
    void everyChoiceHasItsPhase();
    void anArrowNeedsSomebodyToPointAt();
    void whoWritesTooMuchMayOnlyRead();
    void strangersHaveNoPartInIt();

private:
    //! A server, a date of seven, and somebody who is not in it.
    struct Scene {
        test::ServerProcess server;
        std::vector<test::PreparedPerson> people;
        protocol::EventInfo event;
        std::vector<std::unique_ptr<Asker>> askers;
    };
    Asker &asker(int i) { return *m_scene->askers[size_t(i)]; }
    //! The date as that one sees it.
    QJsonObject date(int i = 0) { return asker(i).ask(u"sync.snapshot"_s, {}).ok["blindDate"_L1]["date"_L1].toObject(); }
    bool comes(const QString &phase)
    {
        return waitFor([&] { return date()["phase"_L1] == phase; });
    }
    Told choose(const QString &command, int seat, int who = 0) { return asker(who).ask(command, {{u"date"_s, date()["date"_L1]}, {u"seat"_s, seat}}); }
    Told say(int who = 0)
    {
        const QString cid = QString::fromLatin1(ClientId::random(m_rng).toText());
        return asker(who).ask(u"room.send"_s, {{u"room"_s, date()["room"_L1]}, {u"cid"_s, cid}, {u"text"_s, u"words"_s}});
    }

    SystemRng m_rng;
    std::unique_ptr<Scene> m_scene;
};

void TestDateRefusals::init()
{
    m_scene = std::make_unique<Scene>();
    {
        test::Preparation preparation(m_scene->server.database());
        m_scene->people = preparation.people(8, u"person"_s);
        m_scene->event = preparation.event(shortScript({}));
    }
    QVERIFY2(m_scene->server.start(), qPrintable(m_scene->server.log()));
    for (int i = 0; i < 8; ++i) {
        m_scene->askers.push_back(std::make_unique<Asker>(m_scene->server.port()));
        QVERIFY(asker(i).resume(m_scene->people[size_t(i)].token));
        if (i < 7)
            QCOMPARE(asker(i).ask(u"date.enter"_s, {{u"event"_s, QString::fromLatin1(m_scene->event.event.toText())}}).code, u"ok"_s);
    }
    QVERIFY(comes(u"welcome"_s));
}

void TestDateRefusals::nobodyWritesWhileTheHostSpeaks()
{
    const Told told = say();
    QCOMPARE(told.code, u"room.frozen"_s);
    QCOMPARE(told.until, date()["thaw"_L1].toString());
    QVERIFY(told.until > date()["until"_L1].toString()); // not the next phase, but the next one in which one may write
    QVERIFY(comes(u"topic"_s));
    QCOMPARE(say().until, date()["until"_L1].toString());
    QVERIFY(comes(u"talk"_s));
    QCOMPARE(say().code, u"ok"_s);
    QVERIFY(comes(u"arrow"_s));
    QCOMPARE(say().code, u"room.frozen"_s);
    QVERIFY(comes(u"closed"_s));
    QCOMPARE(say().code, u"room.ended"_s);
}

void TestDateRefusals::everyChoiceHasItsPhase()
{
    const int me = date()["me"_L1].toInt(), other = me % 7 + 1;
    for (const auto &[phase, pick, arrow] : {std::tuple(u"welcome"_s, u"date.phase"_s, u"date.phase"_s), {u"impression"_s, u"ok"_s, u"date.phase"_s}, {u"talk"_s, u"date.phase"_s, u"date.phase"_s},
                                             {u"arrow"_s, u"date.phase"_s, u"ok"_s}, {u"reveal"_s, u"date.phase"_s, u"date.phase"_s}, {u"closed"_s, u"date.phase"_s, u"date.phase"_s}}) {
        QVERIFY(comes(phase));
        QCOMPARE(choose(u"date.pick"_s, other).code, pick);
        QCOMPARE(choose(u"date.arrow"_s, other).code, arrow);
    }
}

void TestDateRefusals::anArrowNeedsSomebodyToPointAt()
{
    QCOMPARE(asker(6).ask(u"date.leave"_s, {}).code, u"ok"_s);
    int left = 0;
    QVERIFY(comes(u"arrow"_s));
    const QJsonArray seats = date()["seats"_L1].toArray();
    for (const QJsonValue &seat : seats) {
        if (seat["state"_L1] == u"left"_s)
            left = seat["number"_L1].toInt();
    }
    QVERIFY(left > 0);
    QCOMPARE(choose(u"date.arrow"_s, date()["me"_L1].toInt()), (Told{u"date.seat"_s, {}, u"self"_s}));
    QCOMPARE(choose(u"date.arrow"_s, 8), (Told{u"date.seat"_s, {}, u"empty"_s}));
    QCOMPARE(choose(u"date.arrow"_s, left), (Told{u"date.seat"_s, {}, u"left"_s}));
    QCOMPARE(date()["arrow"_L1].toInt(), 0);
    QCOMPARE(choose(u"date.arrow"_s, 0).code, u"ok"_s); // nobody is a choice
    QCOMPARE(choose(u"date.arrow"_s, date(1)["me"_L1].toInt(), 6).code, u"date.not_found"_s);
}

void TestDateRefusals::whoWritesTooMuchMayOnlyRead()
{
    QVERIFY(comes(u"talk"_s));
    for (int i = 0; i < limits::floodMessages; ++i)
        QCOMPARE(say().code, u"ok"_s);
    const Told told = say();
    QCOMPARE(told.code, u"room.cooling"_s);
    QCOMPARE(told.until, date()["cooling"_L1].toString());
    QCOMPARE(say(1).code, u"ok"_s); // the others may write
    QVERIFY(!date(1).contains("cooling"_L1));
}

void TestDateRefusals::strangersHaveNoPartInIt()
{
    const QJsonValue id = date()["date"_L1], room = date()["room"_L1];
    QVERIFY(comes(u"arrow"_s));
    const QString none = u"date.not_found"_s;
    for (const QString &command : {u"date.pick"_s, u"date.arrow"_s})
        QCOMPARE(asker(7).ask(command, {{u"date"_s, id}, {u"seat"_s, 1}}).code, none);
    QCOMPARE(asker(7).ask(u"room.history"_s, {{u"room"_s, room}, {u"limit"_s, 10}}).code, u"room.not_found"_s);
    QCOMPARE(asker(7).ask(u"safety.report"_s, {{u"cid"_s, QString(22, u'g')}, {u"room"_s, room}, {u"reason"_s, u"spam"_s}, {u"note"_s, u""_s}, {u"block"_s, true}, {u"member"_s, 1}}).code, u"room.not_found"_s);
    QVERIFY(asker(7).ask(u"date.leave"_s, {}).code == u"ok"_s); // from nowhere
}

QTEST_GUILESS_MAIN(TestDateRefusals)
#include "tst_date_refusals.moc"
