// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include "common/base/error.h"
#include "common/base/result.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view s)
{
    return QString::fromUtf8(s.data(), qsizetype(s.size()));
}

} // namespace

class TestError : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listIsInTheOrderOfTheEnumeration()
    {
        for (size_t i = 0; i < errorNames.size(); ++i)
            QCOMPARE(size_t(errorNames[i].code), i);
    }
    void everyCodeHasANameOfItsOwnAndAMeaning()
    {
        static const QRegularExpression shape(u"^([a-z]+\\.[a-z_]+|unavailable)$"_s);
        QSet<QString> names;
        for (const ErrorName &e : errorNames) {
            const QString name = text(e.name), meaning = text(e.meaning);
            QVERIFY2(shape.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(!names.contains(name), qPrintable(name));
            QVERIFY2(meaning.size() > 10 && meaning.endsWith(u'.'), qPrintable(name));
            names.insert(name);
        }
    }
    void namesGoBothWays()
    {
        for (const ErrorName &e : errorNames) {
            QCOMPARE(nameOf(e.code), e.name);
            QVERIFY(errorCodeFrom(text(e.name)) == e.code);
        }
    }
    void otherNamesAreUnknown()
    {
        for (const QString &name : {u""_s, u"room"_s, u"room.not_found "_s, u"Room.not_found"_s, u"room.not_foun"_s})
            QVERIFY2(!errorCodeFrom(name), qPrintable(name));
    }
    void resultHoldsValueOrError()
    {
        const Result<int> good(7);
        QVERIFY(good.ok() && bool(good));
        QCOMPARE(*good, 7);
        const Result<int> bad = Error::later(ErrorCode::Unavailable, 1500ms);
        QVERIFY(!bad);
        QVERIFY(bad.error() == (Error{ErrorCode::Unavailable, {}, {}, 1500ms}));
        const Result<> refused = ErrorCode::RoomLeft;
        QVERIFY(!refused && refused.error().code == ErrorCode::RoomLeft);
    }
};

QTEST_GUILESS_MAIN(TestError)
#include "tst_error.moc"
