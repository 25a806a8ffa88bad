// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>
#include <QTranslator>
#include <memory>
#include <vector>

namespace jjak::desktop {

//! Which language the program speaks. Choosing another one retranslates every window at once.
class Languages : public QObject {
    Q_OBJECT

public:
    explicit Languages(QObject *parent = nullptr);
    ~Languages() override;

    //! Codes of all languages, the program's own name for each is nameOf().
    static QStringList available();
    //! The language's name in itself: "한국어".
    static QString nameOf(const QString &code);

    //! Empty: as the system, English where the system speaks none of ours.
    void choose(const QString &code);
    QString chosen() const { return m_chosen; }
    //! The one that is spoken now.
    QString current() const { return m_current; }

Q_SIGNALS:
    void changed();

private:
    void install(const QString &file);

    QString m_chosen;
    QString m_current;
    std::vector<std::unique_ptr<QTranslator>> m_translators;
};

} // namespace jjak::desktop
