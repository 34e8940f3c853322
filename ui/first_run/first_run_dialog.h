#pragma once

#include "ui/shared/prompts.h"
#include "ui/shared/theme.h"

#include <QDialog>

namespace signalbox {

class InlineMessage;

// The first start: nothing to open yet. The person chooses, app/ acts.
class FirstRunDialog : public QDialog {
    Q_OBJECT

public:
    FirstRunDialog(Theme& theme, Prompts& prompts, QWidget* parent = nullptr);

    // What went wrong with the last choice; the dialog stays for another one.
    void showTrouble(const QString& what);

Q_SIGNALS:
    void sampleChosen();
    void emptyChosen(const QString& companyName);
    void fileChosen(const QString& path);

private:
    InlineMessage* m_trouble;
};

}
