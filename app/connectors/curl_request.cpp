#include "app/connectors/curl_request.h"

#include <new>

namespace signalbox {
namespace {

constexpr std::size_t mostAnswerBytes = 64 * 1024;
constexpr long connectWithin = 10;   // seconds
constexpr long doneWithin = 20;

std::size_t keep(char* bytes, std::size_t, std::size_t count, void* answer)
{
    auto& kept = *static_cast<std::string*>(answer);
    if (kept.size() + count > mostAnswerBytes)
        return 0;   // ends the request with an error
    kept.append(bytes, count);
    return count;
}

int isToStop(void* flag, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return static_cast<const std::atomic<bool>*>(flag)->load() ? 1 : 0;
}

void append(auto& list, const std::string& line)
{
    curl_slist* const longer = curl_slist_append(list.get(), line.c_str());
    if (!longer)
        throw std::bad_alloc();
    static_cast<void>(list.release());
    list.reset(longer);
}

}

CurlRequest::CurlRequest() : m_handle(curl_easy_init())
{
    if (!m_handle)
        throw std::bad_alloc();
    curl_easy_setopt(handle(), CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle(), CURLOPT_ERRORBUFFER, m_error);
    curl_easy_setopt(handle(), CURLOPT_CONNECTTIMEOUT, connectWithin);
    curl_easy_setopt(handle(), CURLOPT_TIMEOUT, doneWithin);
    curl_easy_setopt(handle(), CURLOPT_PROTOCOLS_STR, "http,https,smtp,smtps");
    curl_easy_setopt(handle(), CURLOPT_WRITEFUNCTION, keep);
    curl_easy_setopt(handle(), CURLOPT_WRITEDATA, &m_answer);
    curl_easy_setopt(handle(), CURLOPT_USERAGENT, "Signalbox/" SIGNALBOX_VERSION);
}

void CurlRequest::addHeader(const std::string& line) { append(m_headers, line); }
void CurlRequest::addRecipient(const std::string& address) { append(m_recipients, address); }

void CurlRequest::stopWhen(const std::atomic<bool>& flag)
{
    curl_easy_setopt(handle(), CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(handle(), CURLOPT_XFERINFOFUNCTION, isToStop);
    curl_easy_setopt(handle(), CURLOPT_XFERINFODATA, const_cast<std::atomic<bool>*>(&flag));
}

Result<void> CurlRequest::perform()
{
    if (m_headers)
        curl_easy_setopt(handle(), CURLOPT_HTTPHEADER, m_headers.get());
    if (m_recipients)
        curl_easy_setopt(handle(), CURLOPT_MAIL_RCPT, m_recipients.get());
    const CURLcode code = curl_easy_perform(handle());
    if (code == CURLE_OK)
        return {};
    return failure(m_error[0] != '\0' ? m_error : curl_easy_strerror(code));
}

long CurlRequest::status() const
{
    long code = 0;
    curl_easy_getinfo(m_handle.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
}

}
