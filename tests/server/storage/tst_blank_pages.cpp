// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <map>

#include "server/storage/blank_pages.h"
#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A leaf of an index with the given cells, behind each other from the end.
std::vector<unsigned char> leaf(int size, const std::vector<std::vector<unsigned char>> &cells)
{
    std::vector<unsigned char> page(size_t(size), 0xee); // what was there before
    const auto put = [&](int at, int value) {
        page[size_t(at)] = static_cast<unsigned char>(value >> 8);
        page[size_t(at) + 1] = static_cast<unsigned char>(value);
    };
    int content = size, list = 8;
    page[0] = 10;
    put(1, 0);
    put(3, int(cells.size()));
    page[7] = 0;
    for (const auto &cell : cells) {
        content -= int(cell.size());
        std::ranges::copy(cell, page.begin() + content);
        put(list, content);
        list += 2;
    }
    put(5, content);
    return page;
}

//! Rooms with messages that have words to look for, in the order in which people write: everywhere at once.
struct Town {
    explicit Town(Scratch &s, int count) : scratch(s)
    {
        const auto people = s.people(2);
        QList<RoomId> rooms;
        for (int i = 0; i < 120; ++i)
            rooms.append(s.directRoom(s.account().id, people[0]));
        for (int batch = 0; batch < count / 100; ++batch) {
            s.commit([&] {
                for (int i = 0; i < 100; ++i) {
                    const RoomId room = rooms.at(qsizetype(s.rng().below(quint64(batch + 1) * 2 < quint64(rooms.size()) ? quint64(batch + 1) * 2 : quint64(rooms.size()))));
                    const bool goes = i % 2 == 0;
                    auto row = s.newMessage(room, 1, (goes ? u"SECRET%1 "_s : u"KEPT%1 "_s).arg(batch * 100 + i) + QString(qsizetype(s.rng().below(200)), u'w'));
                    if (goes)
                        row.message.expires = noon + 1h;
                    row.message.seq = s->messages.append(row);
                    if (goes && i % 10 == 0)
                        s->messages.keepEarlier(room, row.message);
                }
            });
        }
    }
    int sweep(Time now)
    {
        int steps = 0;
        for (bool more = true; more; ++steps) {
            scratch.commit([&] {
                const auto due = scratch->expiry.expired(now, 200);
                for (const app::MessageKey &key : due)
                    scratch->expiry.remove(key, noon + 1h);
                more = !due.isEmpty();
            });
        }
        return steps;
    }
    Scratch &scratch;
};

} // namespace

//! That nothing of what was deleted is left in the file.
class TestBlankPages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGapOfALeafIsFound()
    {
        const auto page = leaf(512, {{1, 2, 3, 4}, {5, 6, 7, 8, 9}});
        const Gap gap = gapOf(page.data(), 512, 7, true);
        QCOMPARE(gap.from, 8 + 2 * 2);
        QCOMPARE(gap.from + gap.length, 512 - 9);
    }

    void whatIsNoSoundPageIsLeftAlone()
    {
        const auto good = leaf(512, {{1, 2, 3, 4}, {5, 6, 7, 8, 9}});
        const std::map<QByteArray, std::pair<int, int>> spoilt{
            {"another sort of page", {0, 9}}, {"no page of a tree", {0, 0}}, {"more cells than fit", {3, 2}}, {"content beyond the end", {5, 200}}, {"a cell in the gap", {8, 0}}, {"a cell beyond the end", {8, 4}}, {"a free block in the gap", {2, 50}},
        };
        for (const auto &[what, change] : spoilt) {
            auto page = good;
            page[size_t(change.first)] = static_cast<unsigned char>(change.second);
            QVERIFY2(gapOf(page.data(), 512, 7, true).length == 0, what.constData());
        }
        QVERIFY(gapOf(good.data(), 512, 7, true).length > 0);
        // An overflow page begins with a number below 0x02000000, so that its first byte is 0 or 1; text follows.
        const QByteArray overflow = QByteArray::fromHex("01020304") + QByteArray(508, 't');
        QCOMPARE(gapOf(reinterpret_cast<const unsigned char *>(overflow.constData()), 512, 7, true).length, 0);
        QCOMPARE(gapOf(good.data(), 512, 0x2000000, true).length, 0);
    }

    void pagesThatMapOthersAreLeftAlone()
    {
        const auto page = leaf(4096, {{1, 2, 3, 4}});
        for (const int number : {2, 2 + 820, 2 + 2 * 820}) { // 4096 / 5 entries, and the page itself
            QCOMPARE(gapOf(page.data(), 4096, number, true).length, 0);
            QVERIFY(gapOf(page.data(), 4096, number, false).length > 0);
            QVERIFY(gapOf(page.data(), 4096, number + 1, true).length > 0);
        }
    }

    void nothingOfWhatWasSweptIsLeftInTheFile()
    {
        Scratch s;
        Town town(s, 12'000);
        QVERIFY(s.set().database().emptyLog());
        QVERIFY(bytesOf(s.path()).contains("SECRET"));
        town.sweep(noon + 1h);
        QVERIFY(s.set().database().emptyLog());
        QCOMPARE(QFile(s.path() + u"-wal"_s).size(), 0);
        const QByteArray file = bytesOf(s.path());
        QCOMPARE(file.count("SECRET"), 0);
        QVERIFY(file.count("KEPT") >= 6000);
        QCOMPARE(s.set().database().value<QString>(u"PRAGMA integrity_check"_s), std::optional(u"ok"_s));
        QCOMPARE(s.set().database().value<qint64>(u"SELECT count(*) FROM message WHERE text LIKE 'KEPT%'"_s), std::optional<qint64>(6000));
        s.reopen();
        QCOMPARE(s.set().database().value<qint64>(u"SELECT count(*) FROM message"_s), std::optional<qint64>(6000));
    }

    void aFileGivesItsSpaceBack()
    {
        Scratch s;
        Town town(s, 12'000);
        QVERIFY(s.set().database().emptyLog());
        const qint64 before = QFile(s.path()).size();
        s.commit([&] { s.set().database().change(u"UPDATE message SET expires = ?"_s, noon); });
        QVERIFY(town.sweep(noon) >= 12'000 / 200);
        s.commit([&] { s->expiry.forgetSent(noon + 1h, 100'000); });
        for (int i = 0; i < 100; ++i)
            s.commit([&] { s->expiry.giveBack(64); });
        QVERIFY(s.set().database().emptyLog());
        QVERIFY2(QFile(s.path()).size() < before / 2, qPrintable(u"%1 of %2"_s.arg(QFile(s.path()).size()).arg(before)));
        QCOMPARE(s.set().database().value<QString>(u"PRAGMA integrity_check"_s), std::optional(u"ok"_s));
        const QByteArray file = bytesOf(s.path());
        QCOMPARE(file.count("SECRET") + file.count("KEPT"), 0);
    }

    void aReaderInTheLogIsNotDisturbed()
    {
        Scratch s;
        const RoomId room = s.directRoom();
        s->messages.append(s.newMessage(room, 1));
        StoreSet reader(s.path(), OpenAs::Reader);
        QVERIFY(reader.stores().transaction.begin());
        QCOMPARE(reader.stores().messages.page(room, {}, {}, 9).size(), 1);
        s->messages.append(s.newMessage(room, 1));
        QVERIFY(!s->expiry.emptyLog());
        QCOMPARE(reader.stores().messages.page(room, {}, {}, 9).size(), 1);
        reader.stores().transaction.rollback();
        QVERIFY(s->expiry.emptyLog());
        QVERIFY(!reader.stores().expiry.emptyLog()); // only the writer does it
        QVERIFY(s->transaction.begin());
        QVERIFY(!s->expiry.emptyLog());
        s->transaction.rollback();
    }
};

QTEST_GUILESS_MAIN(TestBlankPages)
#include "tst_blank_pages.moc"
