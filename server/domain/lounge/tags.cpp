// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/lounge/tags.h"

#include <algorithm>

#include "common/rules/limits.h"

namespace jjak::domain {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype languageMin = 2, languageMax = 16;

bool isOfTag(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) || c == U'-' || c == U'_';
}

Result<QString> language(const QString &code, const QString &field)
{
    if (code.size() < languageMin || code.size() > languageMax)
        return Error::badField(field, u"length"_s);
    const bool fine = std::ranges::all_of(code, [](QChar c) { return c == u'-' || (c.unicode() < 0x80 && c.isLetterOrNumber()); });
    return fine ? Result<QString>(code) : Error::badField(field, u"characters"_s);
}

Result<QStringList> each(const QList<QString> &wished, const QString &field, Result<QString> (*check)(const QString &, const QString &))
{
    QStringList out;
    for (qsizetype i = 0; i < wished.size(); ++i) {
        const auto one = check(wished[i], u"%1[%2]"_s.arg(field).arg(i));
        if (!one)
            return one.error();
        if (!out.contains(*one, Qt::CaseInsensitive))
            out.append(*one);
    }
    return out;
}

} // namespace

Result<QString> tag(const QString &wished, const QString &field)
{
    const QString kept = wished.normalized(QString::NormalizationForm_C).toLower().normalized(QString::NormalizationForm_C);
    const auto code = kept.toUcs4();
    if (code.isEmpty() || code.size() > limits::tagCodePoints)
        return Error::badField(field, u"length"_s);
    if (!std::ranges::all_of(code, isOfTag) || QChar::isMark(code.first()))
        return Error::badField(field, u"characters"_s);
    return kept;
}

Result<QStringList> tags(const QList<QString> &wished, const QString &field)
{
    return each(wished, field, tag);
}

Result<QStringList> languages(const QList<QString> &wished, const QString &field)
{
    return each(wished, field, language);
}

} // namespace jjak::domain
