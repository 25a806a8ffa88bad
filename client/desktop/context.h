// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

#include "client/core/place/place_list.h"
#include "client/core/session.h"
#include "client/core/settings/settings.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/languages.h"
#include "client/desktop/late_secret_store.h"

namespace jjak::desktop {

//! What the pages work with; everything in it outlives the windows.
struct Context {
    client::Session &session;
    client::Settings &settings;
    LateSecretStore &secrets;
    const client::PlaceList &places;
    Languages &languages;
    Theme &theme;
    QUrl server = {}; //!< where the sign-in page begins; empty: what the settings remember
};

} // namespace jjak::desktop
