// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "common/base/ids.h"

using namespace jjak;
using namespace Qt::StringLiterals;

class TestIds : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textAndBytesGiveTheSameIdAgain()
    {
        SeededRng rng(1);
        for (int i = 0; i < 1000; ++i) {
            const RoomId id = RoomId::random(rng);
            QCOMPARE(id.toText().size(), RoomId::textLength);
            QCOMPARE(id.toBytes().size(), RoomId::byteCount);
            QVERIFY(RoomId::fromText(QString::fromLatin1(id.toText())) == id);
            QVERIFY(RoomId::fromBytes(id.toBytes()) == id);
        }
    }
    void randomIdsDiffer()
    {
        SeededRng rng(2);
        QSet<AccountId> seen;
        for (int i = 0; i < 10'000; ++i)
            seen.insert(AccountId::random(rng));
        QCOMPARE(seen.size(), 10'000);
    }
    //! A source that gives zeros first, as a broken one might.
    void randomIsNeverNull()
    {
        struct ZerosFirst : Rng {
            int calls = 0;
            void fill(std::span<std::uint8_t> bytes) override { std::ranges::fill(bytes, std::uint8_t(++calls > 2 ? 7 : 0)); }
        } rng;
        QVERIFY(!DeviceId::random(rng).isNull());
        QCOMPARE(rng.calls, 3);
    }
    void nullIsDefaultAndOfWrongBytes()
    {
        QVERIFY(RoomId().isNull());
        QVERIFY(RoomId::fromBytes("short").isNull());
        QVERIFY(RoomId::fromBytes(QByteArray(17, 'x')).isNull());
    }
    void refusesOtherTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("short") << u"AAAAAAAAAAAAAAAAAAAAB"_s;
        QTest::newRow("long") << u"AAAAAAAAAAAAAAAAAAAAAAB"_s;
        QTest::newRow("null id") << u"AAAAAAAAAAAAAAAAAAAAAA"_s;
        QTest::newRow("unused bits set") << u"BBBBBBBBBBBBBBBBBBBBBB"_s;
        QTest::newRow("other alphabet") << u"+AAAAAAAAAAAAAAAAAAAAA"_s;
        QTest::newRow("padding") << u"BBBBBBBBBBBBBBBBBBBB=="_s;
        QTest::newRow("space") << u" BBBBBBBBBBBBBBBBBBBBQ"_s;
        QTest::newRow("not ASCII") << u"BBBBBBBBBBBBBBBBBBBB한Q"_s;
    }
    void refusesOtherTexts()
    {
        QFETCH(QString, text);
        QVERIFY(!RoomId::fromText(text));
    }
    //! One text for one id: 22 characters hold 132 bits, the last four must be 0.
    void onlyOneTextNamesAnId()
    {
        const QString good = u"BBBBBBBBBBBBBBBBBBBBBQ"_s;
        QVERIFY(RoomId::fromText(good));
        int accepted = 0;
        for (const char c : QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"))
            accepted += RoomId::fromText(good.chopped(1) + QLatin1Char(c)) ? 1 : 0;
        QCOMPARE(accepted, 4);
    }
    void orderIsThatOfTheBytes()
    {
        SeededRng rng(3);
        for (int i = 0; i < 1000; ++i) {
            const RoomId a = RoomId::random(rng), b = RoomId::random(rng);
            QCOMPARE(a < b, a.toBytes() < b.toBytes());
        }
    }
};

QTEST_GUILESS_MAIN(TestIds)
#include "tst_ids.moc"
