// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "client/people/behaviour.h"
#include "client/people/load/histogram.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::people;

class TstBehaviour : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsAreRead();
    void nonsenseIsRefused_data();
    void nonsenseIsRefused();
    void theUsualMixIsKind();
    void namesAreDifferentAndValid();
    void passwordsDependOnNumberAndKey();
    void quantilesAreRight();
    void anEmptyHistogramIsZero();
    void hugeDurationsDoNotBreakIt();
};

void TstBehaviour::listsAreRead()
{
    const auto people = behavioursFrom(u"friendly:2, shy:1,refusing,vanishing:0,flooding:1"_s);
    QVERIFY(people);
    QCOMPARE(*people, (std::vector{Behaviour::Friendly, Behaviour::Friendly, Behaviour::Shy, Behaviour::Refusing, Behaviour::Flooding}));
}

void TstBehaviour::nonsenseIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "kind:3", "friendly:x", "friendly:-1", "friendly:100000", "friendly:0"})
        QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
}

void TstBehaviour::nonsenseIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!behavioursFrom(text));
}

void TstBehaviour::theUsualMixIsKind()
{
    const auto people = usualBehaviours(6);
    QCOMPARE(people.size(), size_t(6));
    QCOMPARE(std::count(people.begin(), people.end(), Behaviour::Friendly), 4);
    QCOMPARE(std::count(people.begin(), people.end(), Behaviour::Shy), 2);
}

void TstBehaviour::namesAreDifferentAndValid()
{
    QSet<QString> names;
    static const QRegularExpression valid(u"^[\\p{L}\\p{N}]+( [\\p{L}\\p{N}]+)*$"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (int i = 0; i < 1000; ++i) {
        const QString name = demoName(i);
        QVERIFY(!names.contains(name));
        names += name;
        QVERIFY(name.startsWith(u"데모 "_s));
        QVERIFY(name.size() <= limits::nameMax);
        QVERIFY(valid.match(name).hasMatch());
    }
    QCOMPARE(demoName(0), u"데모 민지"_s);
}

void TstBehaviour::passwordsDependOnNumberAndKey()
{
    QCOMPARE(demoPassword(1, u"key"_s), demoPassword(1, u"key"_s));
    QVERIFY(demoPassword(1, u"key"_s) != demoPassword(2, u"key"_s));
    QVERIFY(demoPassword(1, u"key"_s) != demoPassword(1, u"other"_s));
    QVERIFY(demoPassword(1, u"key"_s).size() >= limits::passwordMin);
    QVERIFY(!demoPassword(1, u"key"_s).contains(u"key"_s));
}

void TstBehaviour::quantilesAreRight()
{
    Histogram h;
    for (int i = 1; i <= 100'000; ++i)
        h.add(i);
    QCOMPARE(h.count(), 100'000);
    QCOMPARE(h.max(), 100'000);
    for (const double share : {0.1, 0.5, 0.9, 0.99, 0.999}) {
        const double exact = share * 100'000, told = double(h.quantile(share));
        QVERIFY2(told >= exact * 0.999 && told <= exact * 1.016, qPrintable(QString::number(told)));
    }
    QCOMPARE(h.quantile(1), 100'000);
    Histogram small;
    for (const int us : {3, 3, 3, 50})
        small.add(us);
    QCOMPARE(small.quantile(0.5), 3);
    QCOMPARE(small.quantile(1), 50);
}

void TstBehaviour::anEmptyHistogramIsZero()
{
    QCOMPARE(Histogram().quantile(0.5), 0);
}

void TstBehaviour::hugeDurationsDoNotBreakIt()
{
    Histogram h;
    h.add(-5);
    h.add(std::int64_t(1) << 60);
    QCOMPARE(h.count(), 2);
    QCOMPARE(h.quantile(0.25), 0);
    QVERIFY(h.quantile(1) > 0);
}

QTEST_GUILESS_MAIN(TstBehaviour)
#include "tst_behaviour.moc"
