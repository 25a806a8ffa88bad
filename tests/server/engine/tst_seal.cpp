// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "server/engine/cluster/seal.h"

namespace jjak::engine {

//! Nobody but our servers can write or read what goes through Redis, and nothing of it can be moved elsewhere.
class TestSeal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasClosedOpens_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("a zero") << QByteArray(1, '\0');
        QTest::newRow("a line") << QByteArray("안녕하세요");
        QTest::newRow("much") << QByteArray(3'000'000, 'x');
    }

    void whatWasClosedOpens()
    {
        QFETCH(QByteArray, plain);
        const QByteArray sealed = m_seal.close(plain, "here");
        QCOMPARE(Seal(m_secret).open(sealed, "here"), std::optional(QByteArray(plain.constData(), plain.size()))); // another server's seal
        QVERIFY(plain.size() < 2 || !sealed.contains(plain.left(16)));
    }

    void theSameIsNeverSealedTheSame()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 100; ++i)
            seen.insert(m_seal.close("the same", "here"));
        QCOMPARE(seen.size(), 100);
    }

    void anotherSecretOpensNothing()
    {
        const QByteArray sealed = m_seal.close("text", "here");
        for (int at = 0; at < m_secret.size(); ++at) {
            QByteArray other = m_secret;
            other[at] = char(other[at] ^ 1);
            QVERIFY(!Seal(other).open(sealed, "here"));
        }
        QVERIFY(!Seal(QByteArray()).open(sealed, "here"));
    }

    void anotherPlaceOpensNothing()
    {
        const QByteArray sealed = m_seal.close("text", "jjak:commands:1");
        for (const char *place : {"jjak:commands:2", "jjak:commands:11", "jjak:commands:", "", "jjak:inbox:1"})
            QVERIFY(!m_seal.open(sealed, place));
        QVERIFY(m_seal.open(sealed, "jjak:commands:1"));
    }

    void oneBitAnywhereOpensNothing()
    {
        const QByteArray sealed = m_seal.close("a text of some length", "here");
        for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
            QByteArray other = sealed;
            other[bit / 8] = char(other[bit / 8] ^ (1 << bit % 8));
            QVERIFY2(!m_seal.open(other, "here"), qPrintable(QString::number(bit)));
        }
    }

    void moreOrLessOpensNothing()
    {
        const QByteArray sealed = m_seal.close("a text", "here");
        for (qsizetype size = 0; size < sealed.size(); ++size) {
            QVERIFY(!m_seal.open(sealed.first(size), "here"));
            QVERIFY(!m_seal.open(sealed.last(size), "here"));
        }
        QVERIFY(!m_seal.open(sealed + '\0', "here"));
        QVERIFY(!m_seal.open(sealed + sealed, "here"));
        QVERIFY(!m_seal.open(QByteArray(200, '\0'), "here"));
    }

private:
    const QByteArray m_secret = QByteArray(32, 's');
    const Seal m_seal{m_secret};
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestSeal)
#include "tst_seal.moc"
