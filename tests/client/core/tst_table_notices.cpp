// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "noticing.h"
#include "tables.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using Kind = About::Kind;

//! Which notifications there are about one's own coffee tables.
class TestTableNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newsOfATableAreShownUnlessTheLoungeIs();
    void keptSeatIsUrgentAndWithdrawnWhenItIsGone();
};

void TestTableNotices::newsOfATableAreShownUnlessTheLoungeIs()
{
    Notices notices;
    Table open = table(1, Standing::Seated);
    open.phase = TablePhase::Open;
    open.room = roomId(4);
    const TableNews opened{TableNews::Kind::Opened, {}}, asked{TableNews::Kind::Asked, u"Mina"_s};
    Surroundings there = at();
    there.lounge = true;
    QVERIFY(notices.tableNews(open, opened, there).empty());
    there = at();
    there.room = roomId(4); // in the room itself it is seen that it is open, not that somebody asks
    QVERIFY(notices.tableNews(open, opened, there).empty());
    QVERIFY(shown(notices.tableNews(open, asked, there)));
    const auto told = notices.tableNews(open, asked, at());
    QVERIFY(shown(told) && !shown(told)->isStrong());
    QCOMPARE(shown(told)->news, asked);
    QCOMPARE(shown(told)->about, (About{Kind::Table, {}, tableId(1)}));
    const auto hidden = notices.tableNews(open, asked, at(NotifyDetail::Hidden));
    QVERIFY(shown(hidden) && shown(hidden)->news.name.isEmpty() && shown(hidden)->table == Table());
    there = at();
    there.lounge = true;
    QVERIFY(withdraws(notices.looked(there), About{Kind::Table, {}, tableId(1)}));
}

void TestTableNotices::keptSeatIsUrgentAndWithdrawnWhenItIsGone()
{
    Notices notices;
    const TableNews offered{TableNews::Kind::Offered, {}}, ended{TableNews::Kind::Ended, {}};
    const About about{Kind::Table, {}, tableId(1)};
    QVERIFY(notices.tableNews(table(1, Standing::Waiting), ended, quiet()).empty());
    QVERIFY(shown(notices.tableNews(table(1, Standing::Offered), offered, quiet())));
    QVERIFY(notices.tableIs(table(1, Standing::Offered, 2), quiet()).empty());
    QVERIFY(withdraws(notices.tableIs(table(1, Standing::None, 3), quiet()), about));
    QVERIFY(notices.tableIs(table(1, Standing::None, 4), quiet()).empty());
}

QTEST_MAIN(TestTableNotices)
#include "tst_table_notices.moc"
