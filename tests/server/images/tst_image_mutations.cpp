// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <map>

#include "mutations.h"
#include "pictures.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::images::test;

namespace {

//! What became of many pictures.
struct Tally {
    int made = 0;
    int killed = 0; //!< of the damaged: those that broke the worker or its limits
    std::map<QString, int> refused = {};

    QString said() const
    {
        QString out = u"made %1"_s.arg(made);
        for (const auto &[reason, count] : refused)
            out += u", %1 %2"_s.arg(reason).arg(count);
        return out + u", of which killed %1"_s.arg(killed);
    }
};

std::atomic<int> broken = 0;

//! The one who starts workers says in the log, and nowhere else, that one did not end by itself.
void countBroken(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (message.contains("broke its worker"_L1))
        ++broken;
}

//! Either both files, and they can be shown, or neither and a reason.
bool isOneOrTheOther(const Result<app::MadeImage> &result, const Bench &bench)
{
    if (!result)
        return result.error().code == ErrorCode::FileType && bench.written().isEmpty() && QStringList({u"type"_s, u"pixels"_s, u"damaged"_s}).contains(result.error().reason);
    return bench.written() == QStringList({u"image"_s, u"thumbnail"_s}) && bench.image().size() == QSize(result->width, result->height) && !bench.thumbnail().isNull();
}

} // namespace

//! 500 damaged pictures: each is made or refused, and that is all that happens.
class TestImageMutations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wholePicturesPass()
    {
        for (const Original &original : originals()) {
            Bench bench;
            QVERIFY2(bench.make(original.file).ok(), original.name);
        }
    }
    void turnedBitsHurtNobody()
    {
        const Tally tally = play(240, &flipped, [](const QByteArray &) { return false; });
        qInfo("turned bits: %s", qPrintable(tally.said()));
        QVERIFY(tally.made > 0 && tally.refused.contains(u"damaged"_s)); // or nothing was tried
    }
    void truncatedPicturesAreRefused()
    {
        qInfo("truncated: %s", qPrintable(play(160, &cut, [](const QByteArray &) { return true; }).said()));
    }
    //! A lossy WebP has nothing by which its length could be checked: there some more grey may come out.
    void picturesThatBoastAreRefused()
    {
        qInfo("lying heads: %s", qPrintable(play(100, &boasting, [](const QByteArray &file) { return !file.contains("VP8 "); }).said()));
    }

private:
    template <class Mutate, class MustBeRefused>
    static Tally play(int times, Mutate mutate, MustBeRefused mustBeRefused)
    {
        const QList<Original> files = originals();
        SeededRng rng(4);
        Tally tally;
        Bench bench;
        broken = 0;
        const auto before = qInstallMessageHandler(&countBroken);
        for (int i = 0; i < times; ++i) {
            const Original &original = files[i % files.size()];
            const QByteArray file = mutate(original.file, rng);
            const auto result = bench.make(file);
            ++(result ? tally.made : tally.refused[result.error().reason]);
            if (!isOneOrTheOther(result, bench) || (result && mustBeRefused(file)))
                QTest::qFail(qPrintable(u"%1, number %2, was %3"_s.arg(QString::fromLatin1(original.name)).arg(i).arg(result ? u"made"_s : result.error().reason)), __FILE__, __LINE__);
            for (const QString &name : bench.written())
                QFile::remove(bench.output() + u'/' + name);
        }
        qInstallMessageHandler(before);
        tally.killed = broken;
        return tally;
    }
};

QTEST_GUILESS_MAIN(TestImageMutations)
#include "tst_image_mutations.moc"
