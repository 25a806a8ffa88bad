// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace jjak::desktop {

class Theme;

//! After leaving with one key: says that one is out, and offers to block (B) or report (R) with one more.
class LeftDialog final : public QDialog {
    Q_OBJECT

public:
    LeftDialog(const Theme &theme, const QString &name, QWidget *parent);

Q_SIGNALS:
    void blockWanted();
    void reportWanted();
};

} // namespace jjak::desktop
