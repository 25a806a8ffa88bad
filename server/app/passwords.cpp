// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/passwords.h"

#include <sodium.h>

namespace jjak::app {

QByteArray hashPassword(const QString &password, const HashCost &cost)
{
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_KC).toUtf8();
    QByteArray out(crypto_pwhash_STRBYTES, '\0');
    if (crypto_pwhash_str_alg(out.data(), utf8.constData(), quint64(utf8.size()), cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return {}; // out of memory
    return QByteArray(out.constData());
}

bool verifyPassword(const QByteArray &hash, const QString &password)
{
    const QByteArray utf8 = password.normalized(QString::NormalizationForm_KC).toUtf8();
    return crypto_pwhash_str_verify(hash.constData(), utf8.constData(), quint64(utf8.size())) == 0;
}

bool needsRehash(const QByteArray &hash, const HashCost &cost)
{
    return crypto_pwhash_str_needs_rehash(hash.constData(), cost.operations, cost.memory) != 0;
}

} // namespace jjak::app
