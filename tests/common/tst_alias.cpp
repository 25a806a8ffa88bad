// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "common/rules/alias.h"

using namespace jjak;
using namespace Qt::StringLiterals;

class TestAlias : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyAliasIsReadAsItIsWritten()
    {
        QSet<QString> texts;
        for (int animal = 0; animal < int(Alias::animals.size()); ++animal) {
            for (int mood = 0; mood < int(Alias::moods.size()); ++mood) {
                for (int colour = 0; colour < Alias::colours; ++colour) {
                    const Alias alias{animal, mood, colour};
                    QCOMPARE(Alias::fromText(alias.toText()), std::optional(alias));
                    texts.insert(alias.toText());
                }
            }
        }
        QCOMPARE(texts.size(), qsizetype(Alias::animals.size() * Alias::moods.size()) * Alias::colours);
        QCOMPARE((Alias{0, 0, 5}.toText()), u"otter:gentle:5"_s);
    }
    void anythingElseIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "otter", "otter:gentle", "otter:gentle:", "otter:gentle:9", "otter:gentle:-1", "otter:gentle:05", "otter:gentle:5 ", " otter:gentle:5", "Otter:gentle:5", "gentle:otter:5",
                                 "otter:gentle:5:", ":otter:gentle:5", "otter::5", "wolf:gentle:5", "otter:rude:5", "otter:gentle:x", "otter:gentle:٥", "minji"})
            QTest::addRow("'%s'", text) << QString::fromUtf8(text);
    }
    void anythingElseIsRefused()
    {
        QFETCH(QString, text);
        QCOMPARE(Alias::fromText(text), std::nullopt);
    }
    void noTwoOfOneDateShareAnAnimalAMoodOrAColour()
    {
        SeededRng rng(3);
        for (int round = 0; round < 300; ++round) {
            for (int count = 0; count <= Alias::colours; ++count) {
                const QList<Alias> drawn = drawAliases(count, rng);
                QCOMPARE(drawn.size(), count);
                QSet<int> animals, moods, colours;
                for (const Alias &alias : drawn) {
                    QVERIFY(Alias::fromText(alias.toText()) == alias);
                    animals.insert(alias.animal);
                    moods.insert(alias.mood);
                    colours.insert(alias.colour);
                }
                QVERIFY(animals.size() == count && moods.size() == count && colours.size() == count);
            }
        }
    }
    //! Where one stands in the row must tell nothing: every animal, mood and colour comes at every place about equally often.
    void everythingComesAtEveryPlace()
    {
        SeededRng rng(4);
        constexpr int rounds = 4800;
        QMap<std::pair<int, int>, int> animals, moods, colours;
        for (int round = 0; round < rounds; ++round) {
            const QList<Alias> drawn = drawAliases(7, rng);
            for (int place = 0; place < 7; ++place) {
                ++animals[{place, drawn[place].animal}];
                ++moods[{place, drawn[place].mood}];
                ++colours[{place, drawn[place].colour}];
            }
        }
        const auto even = [&](const QMap<std::pair<int, int>, int> &counts, int kinds) {
            const int expected = rounds / kinds;
            return counts.size() == 7 * kinds && std::ranges::all_of(counts, [&](int n) { return n > expected * 6 / 10 && n < expected * 14 / 10; });
        };
        QVERIFY(even(animals, int(Alias::animals.size())));
        QVERIFY(even(moods, int(Alias::moods.size())));
        QVERIFY(even(colours, Alias::colours));
    }
    void neverMoreThanThereAreColours()
    {
        SeededRng rng(5);
        QCOMPARE(drawAliases(40, rng).size(), Alias::colours);
    }
};

QTEST_GUILESS_MAIN(TestAlias)
#include "tst_alias.moc"
