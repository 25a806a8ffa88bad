// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

namespace jjak::desktop {

//! A widget whose texts follow the language: retranslate() sets all of them, and is called again when it changes. The
//! constructor of the last class calls it the first time.
template <class Base>
class Translated : public Base {
public:
    using Base::Base;

protected:
    virtual void retranslate() = 0;

    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            retranslate();
        Base::changeEvent(event);
    }
};

} // namespace jjak::desktop
