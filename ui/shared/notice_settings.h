#pragma once

namespace signalbox {

class UiState;

// How this seat is told of offers, alerts, follow-ups and mentions while the window is not looked at.
struct NoticeSettings {
    bool notices = true;   // on the desktop
    bool sounds = true;

    bool operator==(const NoticeSettings&) const = default;
};

NoticeSettings noticeSettings(const UiState& state);
void keepNoticeSettings(UiState& state, const NoticeSettings& settings);

}
