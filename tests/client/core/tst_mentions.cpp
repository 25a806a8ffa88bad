// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/core/state/mentions.h"
#include "client/core/state/state.h"

using namespace jjak;
using namespace jjak::client;
using namespace Qt::StringLiterals;

//! Whom a text names.
class TestMentions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void named_data();
    void named();
    void nobodyIsNamedOutsideOfGroups();
    void noMoreThanAMessageMayMention();
    void eachCallHasItsPlace();

private:
    static protocol::Room group()
    {
        protocol::Room room;
        room.kind = protocol::RoomKind::Group;
        room.me = 1;
        room.members = {{1, u"me"_s}, {2, u"Mina"_s}, {3, u"민지"_s}, {4, u"Gone"_s, false, true}, {5, u"Big Bear"_s}};
        return room;
    }
};

void TestMentions::named_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("members");
    const auto row = [](const QString &text, const QList<int> &members) { QTest::newRow(qPrintable(text)) << text << members; };
    row(u"@Mina are you coming?"_s, {2});
    row(u"are you coming, @mina?"_s, {2});
    row(u"@Minato is somebody else"_s, {});
    row(u"mail mina@Mina.example"_s, {});
    row(u"@민지 님"_s, {3});
    row(u"@민지야, 어디야?"_s, {3});
    row(u"@Mina랑 @민지는?"_s, {2, 3});
    row(u"@Mina @Mina"_s, {2});
    row(u"@me"_s, {});
    row(u"@Gone"_s, {});
    row(u"@Big Bear!"_s, {5});
    row(u"@ Mina"_s, {});
    row(u"Mina"_s, {});
    row(u"@"_s, {});
}

void TestMentions::named()
{
    QFETCH(QString, text);
    QTEST(mentionsIn(text, group()), "members");
}

void TestMentions::nobodyIsNamedOutsideOfGroups()
{
    protocol::Room room = group();
    room.kind = protocol::RoomKind::Date;
    QVERIFY(mentionsIn(u"@Mina"_s, room).isEmpty());
}

void TestMentions::noMoreThanAMessageMayMention()
{
    protocol::Room room = group();
    QString text;
    for (int i = 10; i < 10 + limits::mentionsPerMessage + 5; ++i) {
        room.members.append({i, u"p%1"_s.arg(i)});
        text += u"@p%1 "_s.arg(i);
    }
    QCOMPARE(mentionsIn(text, room).size(), limits::mentionsPerMessage);
}

void TestMentions::eachCallHasItsPlace()
{
    QCOMPARE(callsIn(u"@Mina, a@Mina.example, @MINA @Minato"_s, u"Mina"_s), (QList<qsizetype>{0, 23}));
    QVERIFY(callsIn(u"@ @"_s, {}).isEmpty());
}

QTEST_GUILESS_MAIN(TestMentions)
#include "tst_mentions.moc"
