// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>

#include "client/desktop/search/search_dialog.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::roomId;
using namespace protocol;

//! Looking for messages: in the conversation that is open and in all of them.
class TestSearch : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysOpenItHereAndEverywhere();
    void enterGoesToTheMessage();
    void pagesAreAddedToEachOther();
    void nothingFoundIsSaid();
    void emptyPagesAreGoneOnFrom();
    void refusalIsSaid();
    void answersThatComeLateDoNotCount();

private:
    static SearchDialog *dialogOf(TalkBench &bench) { return bench.desk.window->findChild<SearchDialog *>(); }
    static cmd::Found found(TalkBench &bench, const QList<qint64> &seqs, std::optional<QString> next = {})
    {
        cmd::Found out;
        for (const qint64 seq : seqs)
            out.hits.append({roomId(1), bench.find(roomId(1), seq)});
        out.next = next;
        return out;
    }
};

void TestSearch::keysOpenItHereAndEverywhere()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { bench.desk.scene.peer.ok(id, found(bench, {12})); });
    QTest::keyClick(bench.desk.window.get(), Qt::Key_F, Qt::ControlModifier);
    SearchDialog *here = dialogOf(bench);
    QVERIFY(here);
    QTRY_COMPARE(QApplication::focusWidget(), here->edit());
    QTest::keyClicks(here->edit(), u"book"_s);
    QTRY_COMPARE(bench.count<cmd::Search>(), 1);
    QCOMPARE(bench.last<cmd::Search>().text, u"book"_s);
    QCOMPARE(bench.last<cmd::Search>().room, std::optional(roomId(1)));
    here->scope()->setCurrentIndex(1);
    QTRY_COMPARE(bench.count<cmd::Search>(), 2);
    QVERIFY(!bench.last<cmd::Search>().room);
    here->reject();
    QTRY_VERIFY(!dialogOf(bench));
    bench.desk.window->activateWindow();
    QTRY_VERIFY(bench.desk.window->isActiveWindow());
    QTest::keyClick(bench.desk.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(dialogOf(bench));
    dialogOf(bench)->edit()->setText(u"책"_s);
    QTRY_COMPARE(bench.count<cmd::Search>(), 3);
    QVERIFY(!bench.last<cmd::Search>().room);
}

void TestSearch::enterGoesToTheMessage()
{
    TalkBench bench(4);
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { bench.desk.scene.peer.ok(id, found(bench, {12, 3})); });
    bench.desk.window->chatsPage()->search(true);
    QSignalSpy wanted(dialogOf(bench), &SearchDialog::messageWanted);
    dialogOf(bench)->edit()->setText(u"추천"_s);
    QTRY_COMPARE(dialogOf(bench)->list()->count(), 2);
    QVERIFY(dialogOf(bench)->list()->item(0)->text().contains(u"추천해"_s));
    QVERIFY(dialogOf(bench)->list()->item(0)->text().contains(u"보라"_s));
    QTest::keyClick(dialogOf(bench)->edit(), Qt::Key_Down);
    QTest::keyClick(dialogOf(bench)->edit(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().at(1).toLongLong(), 3);
    QCOMPARE(bench.desk.window->chatsPage()->openedRoom(), std::optional(roomId(1)));
}

void TestSearch::pagesAreAddedToEachOther()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &asked) { bench.desk.scene.peer.ok(id, asked.after ? found(bench, {2}) : found(bench, {12, 3}, u"page2"_s)); });
    bench.desk.window->chatsPage()->search(false);
    QTest::keyClicks(dialogOf(bench)->edit(), u"a"_s);
    QTRY_VERIFY(dialogOf(bench)->moreButton()->isVisible());
    dialogOf(bench)->moreButton()->click();
    QTRY_COMPARE(dialogOf(bench)->list()->count(), 3);
    QCOMPARE(bench.last<cmd::Search>().after, std::optional(u"page2"_s));
    QVERIFY(!dialogOf(bench)->moreButton()->isVisible());
}

void TestSearch::nothingFoundIsSaid()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { bench.desk.scene.peer.ok(id, cmd::Found()); });
    bench.desk.window->chatsPage()->search(true);
    const QString before = dialogOf(bench)->status();
    QVERIFY(!before.isEmpty()); // what to do
    QTest::keyClicks(dialogOf(bench)->edit(), u"zebra"_s);
    QTRY_VERIFY(dialogOf(bench)->status().contains(u"zebra"_s));
    QTest::keyClick(dialogOf(bench)->edit(), Qt::Key_Return);
    QVERIFY(dialogOf(bench)); // there is nowhere to go
    dialogOf(bench)->edit()->clear();
    QTRY_COMPARE(dialogOf(bench)->status(), before);
}

void TestSearch::emptyPagesAreGoneOnFrom()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &asked) { bench.desk.scene.peer.ok(id, asked.after == u"far"_s ? found(bench, {2}) : found(bench, {}, u"far"_s)); });
    bench.desk.window->chatsPage()->search(true);
    QTest::keyClicks(dialogOf(bench)->edit(), u"a"_s);
    QTRY_COMPARE(dialogOf(bench)->list()->count(), 1);
    QVERIFY(dialogOf(bench)->status().isEmpty());
}

void TestSearch::refusalIsSaid()
{
    TalkBench bench;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { bench.desk.scene.peer.refuse(id, Error::later(ErrorCode::RateLimited, 2s)); });
    bench.desk.window->chatsPage()->search(true);
    QTest::keyClicks(dialogOf(bench)->edit(), u"zebra"_s);
    QTRY_COMPARE(bench.count<cmd::Search>(), 1);
    QTRY_VERIFY(!dialogOf(bench)->status().isEmpty() && dialogOf(bench)->status() != u"Searching …"_s);
    QCOMPARE(dialogOf(bench)->list()->count(), 0);
}

void TestSearch::answersThatComeLateDoNotCount()
{
    TalkBench bench;
    QList<qint64> ids;
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { ids.append(id); });
    bench.desk.window->chatsPage()->search(true);
    QTest::keyClicks(dialogOf(bench)->edit(), u"a"_s);
    QTRY_COMPARE(ids.size(), 1);
    QTest::keyClicks(dialogOf(bench)->edit(), u"b"_s);
    QTRY_COMPARE(ids.size(), 2);
    bench.desk.scene.peer.ok(ids[1], found(bench, {3}));
    QTRY_COMPARE(dialogOf(bench)->list()->count(), 1);
    bench.desk.scene.peer.ok(ids[0], found(bench, {12, 2}));
    bench.desk.scene.peer.on<cmd::Search>([&](qint64 id, const cmd::Search &) { bench.desk.scene.peer.ok(id, found(bench, {1, 2, 3})); });
    QTest::keyClicks(dialogOf(bench)->edit(), u"c"_s); // answered after the late one
    QTRY_COMPARE(dialogOf(bench)->list()->count(), 3);
}

QTEST_MAIN(TestSearch)
#include "tst_search.moc"
