// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace jjak::desktop {

class Theme;

//! How hard a password is to guess, 0 (hopeless) to 4 (strong): a rough count of the choices behind it, less for
//! repetitions, runs of the keyboard and of the alphabet, and the most common words. `own` are words that an attacker tries first, such as the name.
[[nodiscard]] int passwordScore(const QString &password, const QStringList &own = {});

//! A bar of four pieces with a word beside it that grows while somebody types a password. It keeps no password.
class PasswordStrength : public QWidget {
    Q_OBJECT

public:
    explicit PasswordStrength(const Theme &theme, QWidget *parent = nullptr);

    void setPassword(const QString &password, const QStringList &own = {});
    [[nodiscard]] int score() const { return m_score; }
    [[nodiscard]] QString verdict() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QColor color() const;

    const Theme &m_theme;
    bool m_empty = true;
    int m_score = 0;
};

} // namespace jjak::desktop
