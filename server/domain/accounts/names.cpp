// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/accounts/names.h"

#include <QSet>

#include "common/rules/limits.h"

namespace jjak::domain {

namespace {

using namespace Qt::StringLiterals;

bool isSeparator(char32_t c)
{
    return c == U' ' || c == U'-' || c == U'_' || c == U'.';
}

Error invalid(const QString &reason)
{
    return {ErrorCode::AccountNameInvalid, u"args.name"_s, reason, {}};
}

//! The passwords that are tried first everywhere, with those of Korean keyboards.
bool isCommon(const QString &password)
{
    static const QSet<QString> common{u"password"_s,   u"password1"_s,  u"12345678"_s,  u"123456789"_s, u"1234567890"_s, u"qwertyui"_s, u"qwerty123"_s, u"qwertyuiop"_s,
                                      u"11111111"_s,   u"00000000"_s,   u"88888888"_s,  u"abcd1234"_s,  u"asdf1234"_s,   u"asdfghjk"_s, u"iloveyou"_s,  u"sunshine"_s,
                                      u"princess"_s,   u"letmein1"_s,   u"football"_s,  u"baseball"_s,  u"superman"_s,   u"trustno1"_s, u"1q2w3e4r"_s,  u"1qaz2wsx"_s,
                                      u"q1w2e3r4"_s,   u"zaq12wsx"_s,   u"passw0rd"_s,  u"p@ssw0rd"_s,  u"87654321"_s,   u"12341234"_s, u"qwer1234"_s,  u"1234qwer"_s,
                                      u"1q2w3e4r5t"_s, u"dkssudgktpdy"_s, u"tkfkdgody"_s, u"tkfkdgo1"_s, u"비밀번호"_s,   u"비밀번호1234"_s, u"사랑해사랑해사랑해"_s, u"안녕하세요안녕"_s};
    return common.contains(password.toLower());
}

} // namespace

Result<AccountName> accountName(const QString &wished)
{
    AccountName name{wished.trimmed().normalized(QString::NormalizationForm_C), {}};
    const auto code = name.shown.toUcs4();
    if (code.size() < limits::nameMin || code.size() > limits::nameMax)
        return invalid(u"length"_s);
    bool afterSeparator = true;
    for (const char32_t c : code) {
        if (isSeparator(c) ? afterSeparator : !(QChar::isLetterOrNumber(c) || QChar::isMark(c)))
            return invalid(u"characters"_s);
        afterSeparator = isSeparator(c);
    }
    if (afterSeparator)
        return invalid(u"characters"_s);
    for (const QChar c : name.shown.normalized(QString::NormalizationForm_KC).toCaseFolded()) {
        if (!isSeparator(c.unicode()))
            name.folded.append(c);
    }
    return name;
}

Result<> checkPassword(const QString &password, const AccountName &name)
{
    const auto weak = [](const QString &reason) { return Error{ErrorCode::AccountPasswordWeak, u"args.password"_s, reason, {}}; };
    if (password.toUcs4().size() < limits::passwordMin)
        return weak(u"short"_s);
    if (isCommon(password))
        return weak(u"common"_s);
    if (password.contains(name.shown, Qt::CaseInsensitive) && password.size() - name.shown.size() < 4)
        return weak(u"name"_s);
    return Done();
}

} // namespace jjak::domain
