#include "ui/shared/notice_settings.h"

#include "ui/shared/ui_state.h"

namespace signalbox {

using namespace Qt::StringLiterals;

namespace {

const QString noticesKey = u"desk/notices"_s;
const QString soundsKey = u"desk/sounds"_s;

QString word(bool on) { return on ? u"on"_s : u"off"_s; }

}

NoticeSettings noticeSettings(const UiState& state)
{
    return {state.string(noticesKey, u"on"_s) == u"on", state.string(soundsKey, u"on"_s) == u"on"};
}

void keepNoticeSettings(UiState& state, const NoticeSettings& settings)
{
    state.setString(noticesKey, word(settings.notices));
    state.setString(soundsKey, word(settings.sounds));
}

}
