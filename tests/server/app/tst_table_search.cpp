// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/app/services/table_service.h"
#include "tests/server/app/cafe.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

using Refusal = std::optional<ErrorCode>;

//! A café whose tables have topics and tags.
struct Library : Cafe {
    TableId table(Guest &by, const QString &topic, const QStringList &tags = {}, Duration in = 1h)
    {
        auto command = wish(by, in);
        if (refusal(by, cmd::EditPost{command.post, u"Books"_s, {}, tags}))
            qFatal("no tags");
        command.topic = topic;
        return offer(by, command);
    }
    cmd::TableList page(Guest &who, const cmd::ListTables &command)
    {
        const auto reply = counter.read(who, command);
        if (!reply)
            qFatal("no page: %d", int(reply.error().code));
        return *reply;
    }
    QStringList topics(Guest &who, const QString &text, bool mine = false, bool past = false)
    {
        QStringList out;
        const auto found = page(who, {mine, past, {}, text});
        for (const Table &each : found.tables)
            out.append(each.topic);
        return out;
    }
    Result<cmd::TableList> look(const cmd::ListTables &command, int looks)
    {
        Effects effects;
        ScriptShelf shelf;
        Context ctx{counter.stores(), counter.now(), rng, counter.policy, effects, shelf};
        return tables::list(ctx, two.identity, command, looks);
    }
};

} // namespace

//! Tables that are looked for by a text.
class TestTableSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tablesAreFound_data();
    void tablesAreFound();
    void theNextComesFirst();
    void ownTablesAreSearchedToo();
    void whatHasEndedOrIsHiddenIsNotFound();
    void pagesHaveNoGapsOrDoubles();
    void aSearchLooksAtSoManyTablesOnly();
    void nothingToLookForIsRefused();
};

void TestTableSearch::tablesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("a word of the topic") << u"Lenses"_s << true;
    QTest::newRow("within a word") << u"렌즈"_s << true;
    QTest::newRow("unfinished") << u"콘태"_s << true;
    QTest::newRow("a jamo") << u"ㅋ"_s << true;
    QTest::newRow("another case") << u"lENSES AND"_s << true;
    QTest::newRow("blanks around") << u"  lens "_s << true;
    QTest::newRow("a tag") << u"서울"_s << true;
    QTest::newRow("a tag with its sign") << u"#서울"_s << true;
    QTest::newRow("a tag in another case") << u"#K-Pop"_s << true;
    QTest::newRow("part of a tag") << u"k-po"_s << false;
    QTest::newRow("what the post says") << u"Books"_s << false;
    QTest::newRow("something else") << u"tea"_s << false;
    QTest::newRow("what is no tag") << u"a b!"_s << false;
}

void TestTableSearch::tablesAreFound()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    Library cafe;
    const QString topic = u"콘택트렌즈 Lenses and so on"_s;
    cafe.table(cafe.host, topic, {u"서울"_s, u"k-pop"_s});
    cafe.table(cafe.host, u"다른 것"_s, {u"busan"_s});
    QCOMPARE(cafe.topics(cafe.one, text), found ? QStringList{topic} : QStringList());
}

void TestTableSearch::theNextComesFirst()
{
    Library cafe;
    cafe.table(cafe.host, u"tea 3"_s, {}, 3h);
    cafe.table(cafe.one, u"walks"_s, {u"tea"_s}, 2h);
    cafe.table(cafe.host, u"tea 1"_s, {u"tea"_s}, 1h);
    QCOMPARE(cafe.topics(cafe.two, u"Tea"_s), (QStringList{u"tea 1"_s, u"walks"_s, u"tea 3"_s}));
}

void TestTableSearch::ownTablesAreSearchedToo()
{
    Library cafe;
    const TableId mine = cafe.table(cafe.one, u"tea for one"_s);
    cafe.table(cafe.one, u"coffee"_s);
    cafe.table(cafe.host, u"tea for others"_s);
    QCOMPARE(cafe.topics(cafe.one, u"tea"_s, true), QStringList{u"tea for one"_s});
    QVERIFY(cafe.topics(cafe.one, u"tea"_s, true, true).isEmpty());
    QCOMPARE(cafe.refusal(cafe.one, cmd::CloseTable{mine}), Refusal());
    QVERIFY(cafe.topics(cafe.one, u"tea"_s, true).isEmpty());
    QCOMPARE(cafe.topics(cafe.one, u"tea"_s, true, true), QStringList{u"tea for one"_s});
}

void TestTableSearch::whatHasEndedOrIsHiddenIsNotFound()
{
    Library cafe;
    const TableId ended = cafe.table(cafe.host, u"tea"_s);
    cafe.table(cafe.one, u"tea of one"_s);
    QCOMPARE(cafe.refusal(cafe.host, cmd::CloseTable{ended}), Refusal());
    QCOMPARE(cafe.topics(cafe.two, u"tea"_s), QStringList{u"tea of one"_s});
    cafe.block(cafe.one, cafe.two);
    QVERIFY(cafe.topics(cafe.two, u"tea"_s).isEmpty());
    QCOMPARE(cafe.topics(cafe.three, u"tea"_s), QStringList{u"tea of one"_s});
}

void TestTableSearch::pagesHaveNoGapsOrDoubles()
{
    Library cafe;
    QStringList expected;
    for (int i = 0; i < 2 * limits::tablesPage; ++i) {
        expected.append(u"tea %1"_s.arg(i));
        cafe.table(cafe.host, expected.last(), {}, std::chrono::minutes(10 + i));
        cafe.table(cafe.host, u"coffee"_s, {}, std::chrono::minutes(10 + i));
    }
    QStringList found;
    cmd::ListTables ask{false, false, {}, u"tea"_s};
    do {
        const auto page = cafe.page(cafe.one, ask);
        QVERIFY(page.tables.size() <= limits::tablesPage);
        for (const Table &one : page.tables)
            found.append(one.topic);
        ask.after = page.next;
        QVERIFY(found.size() <= expected.size());
    } while (ask.after);
    QCOMPARE(found, expected);
}

void TestTableSearch::aSearchLooksAtSoManyTablesOnly()
{
    Library cafe;
    for (int i = 0; i < 5; ++i)
        cafe.table(cafe.host, u"coffee"_s, {}, std::chrono::minutes(10 + i));
    cafe.table(cafe.host, u"tea"_s, {}, 1h);
    cmd::ListTables ask{false, false, {}, u"tea"_s};
    auto page = cafe.look(ask, 3);
    QVERIFY(page && page->tables.isEmpty() && page->next);
    ask.after = page->next;
    page = cafe.look(ask, 4);
    QCOMPARE(page->tables.size(), 1);
    QVERIFY(!page->next);
}

void TestTableSearch::nothingToLookForIsRefused()
{
    Library cafe;
    for (const QString &text : {u" "_s, u"\u3000"_s}) {
        const auto reply = cafe.counter.read(cafe.one, cmd::ListTables{false, false, {}, text});
        QVERIFY(!reply);
        QCOMPARE(reply.error().code, ErrorCode::ProtocolBadField);
        QCOMPARE(reply.error().field, u"args.text"_s);
    }
}

QTEST_GUILESS_MAIN(TestTableSearch)
#include "tst_table_search.moc"
