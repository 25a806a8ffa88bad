// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/base/rng.h"
#include "server/domain/rooms/needle.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::domain;

//! The form in which texts are compared, and the digests of many of them.
class TestNeedle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void foldingIsWhatUnicodeSays()
    {
        SeededRng rng(8);
        const QString letters = u"aZ09 .안녕각힣ㅋㅏßÉéΣς①ﬁＡ한\u0301\u0323🎈"_s;
        for (int i = 0; i < 2000; ++i) {
            QString text;
            for (quint64 k = rng.below(12); k-- > 0;) {
                const qsizetype at = qsizetype(rng.below(quint64(letters.size())));
                if (!letters.at(at).isSurrogate())
                    text += letters.at(at);
            }
            if (text.contains(u'\u0301') || text.contains(u'\u0323'))
                continue; // marks are sorted within their run, see below
            const auto form = QString::NormalizationForm_KD;
            QCOMPARE(folded(text), text.normalized(form).toCaseFolded().normalized(form));
        }
        QCOMPARE(folded(u"Ａ🎈힣"_s), u"a🎈\u1112\u1175\u11c2"_s);
        QCOMPARE(folded(u"e\u0323\u0301"_s), folded(u"e\u0301\u0323"_s));
    }

    void foldingAgainChangesNothing()
    {
        for (const QString &text : {u"안녕 Hello ㅋㅋ"_s, u"Straße ﬁ ①"_s, u"한국어\u0301"_s})
            QCOMPARE(folded(folded(text)), folded(text));
    }

    void aDigestNeverMissesWhatIsThere()
    {
        SeededRng rng(9);
        for (int round = 0; round < 100; ++round) {
            Digest digest;
            QStringList texts;
            for (int i = 0; i < 32; ++i) {
                QString text;
                for (quint64 k = rng.below(60); k-- > 0;)
                    text += QChar(char16_t(0xac00 + rng.below(11172)));
                texts.append(text);
                digest.add(folded(text));
            }
            for (const QString &text : texts) {
                const qsizetype from = text.isEmpty() ? 0 : qsizetype(rng.below(quint64(text.size())));
                QVERIFY(Needle(text.mid(from, 1 + qsizetype(rng.below(5)))).mayBeIn(digest));
            }
        }
    }

    void aDigestPassesOverMostOfWhatIsNotThere()
    {
        SeededRng rng(10);
        const auto word = [&](int length) {
            QString out;
            while (out.size() < length)
                out += QChar(char16_t(0xac00 + rng.below(11172)));
            return out;
        };
        Digest digest;
        for (int i = 0; i < 32; ++i)
            digest.add(folded(word(28)));
        int taken = 0;
        for (int i = 0; i < 1000; ++i)
            taken += Needle(word(3)).mayBeIn(digest);
        QVERIFY2(taken < 50, qPrintable(QString::number(taken)));
        QVERIFY(Needle(u"ab"_s).mayBeIn(digest)); // too short to tell
        QVERIFY(Needle(u"abc"_s).mayBeIn(Digest(QByteArray(3, '\0')))); // no digest of this kind
        QCOMPARE(digest.bytes().size(), Digest::byteCount);
    }
};

QTEST_GUILESS_MAIN(TestNeedle)
#include "tst_needle.moc"
